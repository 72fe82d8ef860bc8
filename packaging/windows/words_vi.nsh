; Every word of the installer that NSIS does not bring itself; in composed letters (NFC).

!define NAME "Sổ Truyền Thông"
!define DESCRIPTION "Sổ ghi hoạt động truyền thông, chạy trên một máy, không cần mạng"
!define LICENCE "Giấy phép Apache 2.0; giấy phép từng phần ở thư mục LICENSES"

!define WELCOME_TITLE "${NAME} ${VERSION}"
!define WELCOME_NEW "Chương trình được cài cho riêng tài khoản Windows của anh/chị: không cần quyền quản trị, không cần mạng.$\r$\n$\r$\nDữ liệu nằm tách khỏi chương trình:$\r$\n$LOCALAPPDATA\${ID}$\r$\n$\r$\nBấm Tiếp để chọn nơi cài."
!define WELCOME_STICK "Bản chạy từ USB: chương trình và dữ liệu nằm chung một thư mục, mang đi máy nào cũng mở được.$\r$\n$\r$\nKhông cài gì vào máy đang cắm USB; trên máy chỉ có bản sao phòng mất của sổ, tắt được trong Thiết lập.$\r$\n$\r$\nBấm Tiếp để chọn thư mục trên USB."
!define OF_BEFORE "trước"
!define WELCOME_UPGRADE "Máy này đã có bản $OldIs ở:$\r$\n$Old$\r$\n$\r$\nBản ${VERSION} sẽ thay bản đó. Trước khi thay, bản cũ sao lưu mọi sổ đã mở trên máy. Sổ, bản sao lưu và cài đặt riêng được giữ nguyên.$\r$\n$\r$\nHãy đóng Sổ Truyền Thông rồi bấm Tiếp."
!define FINISH_TITLE "Đã cài xong"
!define FINISH_TEXT "${NAME} ${VERSION} đã sẵn sàng trên máy này.$\r$\n$\r$\nCài đặt riêng và nhật ký nằm ở:$\r$\n$Data$\r$\n$\r$\nSổ nằm nơi anh/chị chọn khi tạo. Gỡ chương trình không xóa dữ liệu nào."
!define RUN_NOW "Mở ${NAME} ngay"

!define STILL_RUNNING "${NAME} đang chạy.$\r$\n$\r$\nHãy lưu việc đang làm, đóng mọi cửa sổ của chương trình rồi bấm Retry (Thử lại).$\r$\n$\r$\nChưa có gì thay đổi."
!define TOO_OLD_WINDOWS "${NAME} cần Windows 10 bản 1809 trở lên, loại 64-bit.$\r$\n$\r$\nMáy này dùng bản Windows cũ hơn. Chưa có gì thay đổi."
!define NEWER_IS_THERE "Máy này đã có bản $OldIs, mới hơn bản ${VERSION} của tệp cài đặt này.$\r$\n$\r$\nBản cũ không đọc được sổ của bản mới, nên không cài đè. Chưa có gì thay đổi."
!define TOO_LITTLE_ROOM "Ổ đĩa chứa $0 không đủ chỗ: cần $1 MB, còn trống $2 MB.$\r$\n$\r$\nHãy dọn bớt ổ đĩa hoặc chọn nơi khác rồi cài lại. Chưa có gì thay đổi."
!define CANNOT_WRITE "Không ghi được vào thư mục:$\r$\n$INSTDIR$\r$\n$\r$\nHãy chọn thư mục khác, hoặc mở khóa chống ghi của USB. Chưa có gì thay đổi."
!define BACKUP_FAILED "Chưa sao lưu được dữ liệu trước khi nâng cấp:$\r$\n$Data$\r$\n$\r$\nBản đang dùng được giữ nguyên. Hãy kiểm tra chỗ trống trên ổ đĩa rồi cài lại."

!define BACKING_UP "Bản cũ đang sao lưu các sổ"
!define COPYING_DATA "Bản cũ không tự sao lưu được: chép nguyên thư mục dữ liệu"
!define REMOVING_OLD "Gỡ các tệp của bản cũ"
!define COPYING "Chép chương trình"

!define BOOK_WORDS "Sổ truyền thông"
!define LOCKED_WORDS "Gói bàn giao đã khóa"
!define OPEN_HERE "Mở bằng ${NAME}"

!define REMOVE_TEXT "Chỉ các tệp của chương trình bị gỡ. Sổ, bản sao lưu, cài đặt riêng và tệp do người khác để trong thư mục này được giữ lại."
!define REMOVED_TITLE "Đã gỡ chương trình"
!define REMOVED_TEXT "Không dữ liệu nào bị xóa.$\r$\n$\r$\nCài đặt riêng và nhật ký còn ở:$\r$\n$Data$\r$\n$\r$\nSổ và bản sao lưu còn nguyên ở nơi anh/chị đã đặt. Cài lại chương trình là mở được ngay."
