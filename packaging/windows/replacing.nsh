; The version that is replaced: its backup, then its files.

; The old program backs up every office it knows. Where it cannot, because a file of it
; is gone, the user's own folder and every known office are copied as they are, and the
; new program backs up later.
!define KNOWN "so-da-mo.txt"
!define LONGEST_LINE 3000
!define UTF8 65001

Function BackUp
  StrCpy $BackedUp 0
  DetailPrint "${BACKING_UP}"
  System::Call 'kernel32::SetEnvironmentVariableW(w "STT_NO_DIALOG", w "1")'
  nsExec::ExecToLog '"$Old\${CONSOLE}" backup --all' ; says "error" where there is none
  Pop $BackedUp
  System::Call 'kernel32::SetEnvironmentVariableW(w "STT_NO_DIALOG", p 0)'
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
  Call CopyOffices
FunctionEnd

; The program lists the offices it opened, one path on a line, in UTF-8, which NSIS
; itself cannot read. $1: the bytes of a line; $2: how many; $8: lines so far.
Function CopyOffices
  ClearErrors
  FileOpen $0 "$Data\${KNOWN}" r
  ${If} ${Errors}
    Return
  ${EndIf}
  System::Alloc ${LONGEST_LINE}
  Pop $1
  StrCpy $2 0
  StrCpy $8 0
  ${Do}
    FileReadByte $0 $3
    ${If} ${Errors}
      ${Break}
    ${EndIf}
    ${If} $3 = 10
      Call CopyOffice
      StrCpy $2 0
    ${ElseIf} $2 < ${LONGEST_LINE}
    ${AndIf} $3 <> 13
      IntPtrOp $4 $1 + $2
      System::Call '*$4(&i1 r3)'
      IntOp $2 $2 + 1
    ${EndIf}
  ${Loop}
  FileClose $0
  System::Free $1
  ClearErrors
FunctionEnd

Function CopyOffice
  System::Call 'kernel32::MultiByteToWideChar(i ${UTF8}, i 0, p r1, i r2, w .r5, i ${NSIS_MAX_STRLEN}) i .r6'
  StrCpy $5 $5 $6
  StrCpy $6 $5 1 1
  ${If} $6 != ":"
  ${AndIf} $6 != "\"
    StrCpy $5 "$Old\$5" ; as a stick notes what lies on it
  ${EndIf}
  ${IfNot} ${FileExists} "$5"
    ClearErrors
    Return
  ${EndIf}
  IntOp $8 $8 + 1
  CreateDirectory "$7\so-$8"
  ClearErrors
  CopyFiles /SILENT "$5*" "$7\so-$8" ; with its journal
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
      ClearErrors
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
  ${Do}
    StrCpy $2 $1 1 -1
    ${If} $2 != "$\r"
    ${AndIf} $2 != "$\n"
      ${Break}
    ${EndIf}
    StrCpy $1 $1 -1
  ${Loop}
  ; Nobody's list leads out of the folder.
  System::Call 'shlwapi::StrStrW(w r1, w "..") p .r3'
  System::Call 'shlwapi::StrChrW(w r1, i 58) p .r4' ; a colon
  ${If} "$3$4" != "00"
  ${OrIf} $1 == ""
  ${OrIf} $1 == "\"
    Return
  ${EndIf}
  ${If} $2 == "\"
    RMDir "$Old\$1"
  ${Else}
    Delete "$Old\$1"
  ${EndIf}
FunctionEnd
