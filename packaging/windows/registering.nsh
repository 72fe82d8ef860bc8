; Keys, shortcuts and endings of one user, and how they go away again.

Function Register
  WriteUninstaller "$INSTDIR\${REMOVER}"
  WriteRegStr HKCU "${KEY}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "Version" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Comments" "${DESCRIPTION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\${REMOVER}"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\${REMOVER}" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ; Who took the icon off the desktop does not want it back with every version.
  ${If} $Old == ""
  ${OrIf} ${FileExists} "$DESKTOP\${NAME}.lnk"
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  ${EndIf}
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  Call Associate
FunctionEnd

!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

!macro WriteType type words
  WriteRegStr HKCU "${CLASSES}\${type}" "" "${words}"
  WriteRegStr HKCU "${CLASSES}\${type}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${CLASSES}\${type}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
!macroend

; Books open here. Packages and receipts are zip archives, which belong to Windows: they
; get a line in the menu of the right button, by what their names begin with.
Function Associate
  !insertmacro WriteType "${BOOK_TYPE}" "${BOOK_WORDS}"
  !insertmacro WriteType "${LOCKED_TYPE}" "${LOCKED_WORDS}"
  WriteRegStr HKCU "${CLASSES}\.stt" "" "${BOOK_TYPE}"
  WriteRegNone HKCU "${CLASSES}\.stt\OpenWithProgids" "${BOOK_TYPE}"
  WriteRegNone HKCU "${CLASSES}\.age\OpenWithProgids" "${LOCKED_TYPE}"
  ReadRegStr $0 HKCR ".age" ""
  ${If} $0 == "" ; others may have locked files of this kind too
    WriteRegStr HKCU "${CLASSES}\.age" "" "${LOCKED_TYPE}"
  ${EndIf}
  WriteRegStr HKCU "${ZIP_VERB}" "" "${OPEN_HERE}"
  WriteRegStr HKCU "${ZIP_VERB}" "Icon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${ZIP_VERB}" "AppliesTo" 'System.FileName:~<"goi_" OR System.FileName:~<"bien-nhan_"'
  WriteRegStr HKCU "${ZIP_VERB}\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${APPLICATION}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${APPLICATION}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" ".stt" ""
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" ".age" ""
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" ".zip" ""
  !insertmacro TellExplorer
FunctionEnd


!macro ForgetEnding ending type
  DeleteRegValue HKCU "${CLASSES}\${ending}\OpenWithProgids" "${type}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${ending}\OpenWithProgids"
  ReadRegStr $0 HKCU "${CLASSES}\${ending}" ""
  ${If} $0 == "${type}"
    DeleteRegValue HKCU "${CLASSES}\${ending}" ""
  ${EndIf}
  DeleteRegKey /ifempty HKCU "${CLASSES}\${ending}"
  DeleteRegKey HKCU "${CLASSES}\${type}"
!macroend

Function un.Unregister
  Delete "$DESKTOP\${NAME}.lnk"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  !insertmacro ForgetEnding ".stt" "${BOOK_TYPE}"
  !insertmacro ForgetEnding ".age" "${LOCKED_TYPE}"
  DeleteRegKey HKCU "${ZIP_VERB}"
  DeleteRegKey HKCU "${APPLICATION}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegValue HKCU "${KEY}" "Folder"
  DeleteRegValue HKCU "${KEY}" "Version"
  DeleteRegKey /ifempty HKCU "${KEY}"
  !insertmacro TellExplorer
FunctionEnd
