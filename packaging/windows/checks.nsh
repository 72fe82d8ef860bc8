; What is looked at before anything is changed, and refused.

!macro Refuse code words
  SetErrorLevel ${code}
  MessageBox MB_OK|MB_ICONSTOP "${words}" /SD IDOK
  Quit
!macroend
!define Refuse "!insertmacro Refuse"

; Push 1 when a program of the folder on the stack runs, else 0: Windows lets nobody
; write to a program that runs.
!macro IsRunning prefix
Function ${prefix}IsRunning
  Exch $0
  Push $1
  Push $2
  StrCpy $2 0
  !insertmacro LookWhetherOpen "${PROGRAM}"
  !insertmacro LookWhetherOpen "${CONSOLE}"
  !insertmacro LookWhetherOpen "runtime\pythonw.exe"
  !insertmacro LookWhetherOpen "runtime\python.exe"
  StrCpy $0 $2
  Pop $2
  Pop $1
  Exch $0
FunctionEnd
!macroend
!macro LookWhetherOpen file
  ${If} ${FileExists} "$0\${file}"
    ClearErrors
    FileOpen $1 "$0\${file}" a
    ${If} ${Errors}
      StrCpy $2 1
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
!macroend
!insertmacro IsRunning ""
!insertmacro IsRunning "un."

!macro WaitUntilClosed prefix folder
  ${Do}
    Push "${folder}"
    Call ${prefix}IsRunning
    Pop $0
    ${If} $0 = 0
      ${Break}
    ${EndIf}
    SetErrorLevel ${RUNNING}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${STILL_RUNNING}" /SD IDCANCEL IDRETRY +2
    Quit
  ${Loop}
  SetErrorLevel 0
!macroend

; --- before anything is changed --------------------------------------------------

Function .onInit
  StrCpy $Portable 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/PORTABLE" $1
  ${IfNot} ${Errors}
    StrCpy $Portable 1
  ${EndIf}
  ${IfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    ${Refuse} ${OLD_WINDOWS} "${TOO_OLD_WINDOWS}"
  ${EndIf}
  Call ChooseFolder
  Call LookAtOldVersion
  Call RefuseDowngrade
FunctionEnd

Function ChooseFolder
  ${If} $INSTDIR != "${DEFAULT_FOLDER}"
    Return
  ${EndIf}
  ${If} $Portable = 1 ; beside this file, which lies on the stick
    StrCpy $INSTDIR "$EXEDIR\${ID}"
    Return
  ${EndIf}
  ReadRegStr $0 HKCU "${KEY}" "Folder"
  ${If} $0 != ""
    StrCpy $INSTDIR $0
  ${EndIf}
FunctionEnd

; A folder with the marker is a stick edition, whichever way it was chosen.
Function LookAtOldVersion
  ${If} ${FileExists} "$INSTDIR\${MARKER}"
    StrCpy $Portable 1
  ${EndIf}
  StrCpy $Old ""
  StrCpy $OldIs ""
  StrCpy $Data "$LOCALAPPDATA\${ID}"
  ${If} $Portable = 1
    StrCpy $Data "$INSTDIR\du-lieu"
  ${Else}
    ReadRegStr $0 HKCU "${KEY}" "Folder"
    ${If} $0 != ""
    ${AndIf} ${FileExists} "$0\${LIST}" ; else somebody deleted the folder by hand
      ReadRegStr $OldIs HKCU "${KEY}" "Version"
      StrCpy $Old $0
    ${EndIf}
  ${EndIf}
  ${If} $Old == ""
  ${AndIf} ${FileExists} "$INSTDIR\${PROGRAM}"
    StrCpy $Old $INSTDIR
  ${EndIf}
  ${If} $OldIs == ""
    Call ReadVersionOfProgram
  ${EndIf}
FunctionEnd

Function ReadVersionOfProgram
  ClearErrors
  GetDLLVersion "$INSTDIR\${PROGRAM}" $0 $1
  ${If} ${Errors}
    Return
  ${EndIf}
  IntOp $2 $0 >> 16
  IntOp $2 $2 & 0xFFFF
  IntOp $3 $0 & 0xFFFF
  IntOp $4 $1 >> 16
  IntOp $4 $4 & 0xFFFF
  StrCpy $OldIs "$2.$3.$4"
FunctionEnd

Function RefuseDowngrade
  ${If} $OldIs == ""
    Return
  ${EndIf}
  ${VersionCompare} "$OldIs" "${VERSION}" $0
  ${If} $0 = 1
    ${Refuse} ${DOWNGRADE} "${NEWER_IS_THERE}"
  ${EndIf}
FunctionEnd

; Refuse when the drive of folder $0 has fewer than $1 bytes free for this user.
Function RefuseWithoutRoom
  ${DoUntil} ${FileExists} "$0\*.*"
    ${GetParent} $0 $2
    ${If} $2 == ""
      ${Break}
    ${EndIf}
    StrCpy $0 $2
  ${Loop}
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$0\", *l .r2, p 0, p 0) i .r3'
  ${If} $3 = 0
    StrCpy $2 0
  ${EndIf}
  System::Int64Op $2 < $1
  Pop $3
  ${If} $3 = 1
    System::Int64Op $1 / 1048576
    Pop $1
    System::Int64Op $2 / 1048576
    Pop $2
    ${Refuse} ${NO_ROOM} "${TOO_LITTLE_ROOM}"
  ${EndIf}
FunctionEnd

; The files are laid out in %TEMP% first, so that drive needs as much again.
Function LookForRoom
  System::Int64Op ${BYTES} + ${SLACK_BYTES}
  Pop $5
  StrCpy $0 $INSTDIR
  StrCpy $1 $5
  StrCpy $6 $INSTDIR 2
  StrCpy $7 $TEMP 2
  ${If} $6 == $7
    System::Int64Op $5 + ${BYTES}
    Pop $1
  ${EndIf}
  Call RefuseWithoutRoom
  StrCpy $0 $TEMP
  StrCpy $1 $5
  Call RefuseWithoutRoom
FunctionEnd

Function TryWriting
  ClearErrors
  CreateDirectory "$INSTDIR"
  FileOpen $0 "$INSTDIR\ghi-thu.tmp" w
  FileClose $0
  Delete "$INSTDIR\ghi-thu.tmp"
  ${If} ${Errors}
    RMDir "$INSTDIR"
    ${Refuse} ${NO_WRITING} "${CANNOT_WRITE}"
  ${EndIf}
FunctionEnd
