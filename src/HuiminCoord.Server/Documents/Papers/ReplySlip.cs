namespace HuiminCoord.Server.Documents.Papers;

/// <summary>The slip that a unit fills in, signs and sends back: who comes, or who comes instead and why.</summary>
internal static class ReplySlip
{
    private const double RowHeight = 12;

    /// <summary>Two pairs of a label and a blank on a line.</summary>
    private static readonly int[] Shares = [18, 32, 18, 32];

    internal static byte[] Make(ReplyRequest request) => PaperFile.Make(
        [
            .. Paragraphs.Title("参会回执"),
            Paragraphs.Blank(),
            PaperTable.Form(Shares, Rows(request), PageFacts.Twips(RowHeight)),
            .. PrintableText.Paragraphs($"请于{PrintableText.Line(request.ReplyBy)}前反馈。联系人：{PrintableText.Line(request.Contact)}").Select(line => Paragraphs.Of(PaperStyles.Text, line)),
        ],
        request.Rehearsal);

    private static string[][] Rows(ReplyRequest request) =>
    [
        ["会议名称", request.Meeting],
        ["时间", request.Time, "地点", request.Place],
        ["单位", request.Unit],
        ["参会人", "", "职务", ""],
        ["电话", "", "能否参加", "□ 能　□ 不能"],
        ["不能参加的原因", ""],
        ["代会人", "", "职务", ""],
        ["代会人电话", "", "填表人", ""],
        ["备注", ""],
    ];
}
