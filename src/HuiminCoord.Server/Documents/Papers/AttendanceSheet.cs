namespace HuiminCoord.Server.Documents.Papers;

/// <summary>A list that people sign when they come to a meeting (签到表).</summary>
internal static class AttendanceSheet
{
    /// <summary>1 cm: room for a signature.</summary>
    private const double RowHeight = 10;

    private static readonly (string Head, int Share, bool Short)[] Columns = [("序号", 8, true), ("单位", 25, false), ("姓名", 13, true), ("职务", 16, true), ("电话", 22, true), ("签到", 16, true)];

    internal static byte[] Make(AttendanceList list) => PaperFile.Make(
        [
            .. Paragraphs.Title("会议签到表"),
            Paragraphs.Blank(),
            .. PrintableText.Paragraphs($"会议名称：{list.Meeting}\n时间：{list.Time}\n地点：{list.Place}").Select(line => Paragraphs.Of(PaperStyles.Recipients, line)),
            PaperTable.Of(Columns, Rows(list), PageFacts.Twips(RowHeight)),
        ],
        list.Rehearsal);

    private static IEnumerable<string[]> Rows(AttendanceList list) =>
        list.Seats.Concat(Enumerable.Repeat(new AttendanceSeat("", "", "", ""), Math.Max(0, list.BlankRows)))
            .Select((seat, index) => (string[])[$"{index + 1}", seat.Unit, seat.Name, seat.Post, seat.Phone, ""]);
}
