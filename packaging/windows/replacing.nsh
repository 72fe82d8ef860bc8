; The version that is replaced: its backup, then its files.

; The old program backs up every office it knows. Where it cannot, because a file of it
; is gone, the user's own folder is copied as it is, and the new program backs up later.
Function BackUp
  StrCpy $BackedUp 0
  ${IfNot} ${FileExists} "$Old\${CONSOLE}"
    Return
  ${EndIf}
  DetailPrint "${BACKING_UP}"
  System::Call 'kernel32::SetEnvironmentVariableW(w "STT_NO_DIALOG", w "1")'
  nsExec::ExecToLog '"$Old\${CONSOLE}" backup --all'
  Pop $BackedUp
  ${If} $BackedUp == 0
    Return
  ${EndIf}
  DetailPrint "${COPYING_DATA}"
  Call CopyData
FunctionEnd

Function CopyData
  ${IfNot} ${FileExists} "$Data\*.*"
    Return
  ${EndIf}
  ${GetTime} "" "L" $0 $1 $2 $3 $4 $5 $6
  StrCpy $7 "$Data-ban-sao\$2$1$0-$4$5$6"
  ClearErrors
  CreateDirectory "$7"
  CopyFiles /SILENT "$Data\*.*" "$7"
  ${If} ${Errors}
    ${Refuse} ${NO_BACKUP} "${BACKUP_FAILED}"
  ${EndIf}
FunctionEnd

; Every folder has the list of what was put there, so that what a newer version no
; longer brings goes away and what somebody else laid there stays.
Function RemoveOldFiles
  DetailPrint "${REMOVING_OLD}"
  SetDetailsPrint none
  ClearErrors
  FileOpen $0 "$Old\${LIST}" r
  ${IfNot} ${Errors}
    ${Do}
      FileRead $0 $1
      ${If} ${Errors}
        ${Break}
      ${EndIf}
      Call RemoveListed
    ${Loop}
    FileClose $0
    Delete "$Old\${LIST}"
  ${EndIf}
  Delete "$Old\${REMOVER}"
  ${If} $Old != $INSTDIR
    RMDir "$Old"
  ${EndIf}
  SetDetailsPrint lastused
  ClearErrors
FunctionEnd

; $1 is a line: a file's path below the folder, or a folder's with a closing "\".
Function RemoveListed
  ${WordReplace} "$1" "$\r" "" "+" $1
  ${WordReplace} "$1" "$\n" "" "+" $1
  ${WordFind} "$1" ".." "E+1{" $2 ; nobody's list leads out of the folder
  IfErrors 0 leave
  ${WordFind} "$1" ":" "E+1{" $2
  IfErrors 0 leave
  StrCpy $2 $1 1 -1
  ${If} $1 == ""
  ${OrIf} $1 == "\"
    Goto leave
  ${EndIf}
  ${If} $2 == "\"
    RMDir "$Old\$1"
  ${Else}
    Delete "$Old\$1"
  ${EndIf}
  leave:
  ClearErrors
FunctionEnd
