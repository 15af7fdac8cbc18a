using HuiminCoord.Server.Documents.Papers;

namespace HuiminCoord.Server.Tests.Documents;

/// <summary>Papers as the model campaign would have them; people are named by letters.</summary>
internal static class SamplePapers
{
    internal const string Issuer = "回民区市场监督管理局";

    /// <summary>Every kind of paper, by its name.</summary>
    public static TheoryData<string> Kinds { get; } = ["minutes", "draft", "notice", "attendance", "reply"];

    private static readonly DateOnly Day = new(2020, 10, 12);

    internal static MinutesDraft Minutes { get; } = new(
        "回民区“衣食住行”领域市场整治联席会议纪要",
        3,
        Issuer,
        Day,
        "回民区“衣食住行”领域市场整治联席会议第三次会议纪要",
        [
            new("", ["2020年10月9日下午，联席会议召集人、区市场监督管理局主要负责同志在该局三楼会议室主持召开联席会议第三次会议，听取9月份工作进展情况汇报，研究专项整治有关事项。现将会议议定事项纪要如下。"]),
            new("关于9月份小结和统计表报送情况", [
                "会议听取了联席会议办公室关于9月份报送情况的汇报。应报11个单位，已报9个，未报2个。",
                new(2, "及时报送。未报单位于10月14日前补报，确有困难的，向联席会议办公室说明原因。"),
                new(2, "核实数据。各单位对统计表中处罚案件数与国家企业信用信息公示系统公示数进行核对。")]),
            new("关于农贸市场食品安全专项检查", [
                "会议同意区市场监督管理局提出的检查安排。",
                new(3, "检查范围为辖区内农贸市场、餐饮单位和食品生产单位。"),
                new(3, "检查对象和检查人员按照“双随机、一公开”的要求抽取。"),
                new(4, "抽取过程由区政府办公室见证；"),
                new(4, "抽取结果于当日公布。")]),
        ],
        [
            new("完成辖区农贸市场食品安全专项检查，形成问题清单并督促整改。", "区市场监督管理局", ["区农牧局", "区卫健委"], new DateOnly(2020, 11, 20)),
            new("梳理学校食堂、养老机构食堂“阳光餐饮”建设情况，报联席会议办公室。", "区教育局", ["区民政局", "区市场监督管理局"], new DateOnly(2020, 10, 30)),
            new("建立涉疫防护用品案件线索移送机制。", "市公安局回民区分局", [], null),
        ],
        ["区市场监督管理局　甲某某", "区教育局　乙某某", "区民政局　丙某某", "区农牧局　丁某某", "区工信局　戊某某", "区卫健委　己某某", "市公安局回民区分局　庚某某", "区住建局　辛某某", "区文化旅游广电局　壬某某"],
        ["区城市管理综合执法局　癸某某（参加市级会议）"],
        ["区政府办公室　子某某", "督导工作组　丑某某"],
        ["区委办公室", "区政府办公室", "区人大常委会办公室", "区政协办公室", "联席会议各成员单位"])
    { PrintedOn = new DateOnly(2020, 10, 13) };

    internal static NoticeDraft Notice { get; } = new(
        "关于召开“衣食住行”领域市场整治联席会议第三次会议的通知",
        ["区教育局", "区民政局", "区农牧局", "区工信局", "区卫健委", "市公安局回民区分局", "区住建局", "区文化旅游广电局", "区城市管理综合执法局", "区政府办公室"],
        [
            "经研究，定于2020年10月9日召开“衣食住行”领域市场整治联席会议第三次会议。现将有关事项通知如下：",
            new(1, "时间和地点"), "2020年10月9日（周五）15:00，区市场监督管理局三楼会议室。",
            new(1, "参会人员"), "联席会议各成员单位负责同志、联络人。",
            new(1, "有关要求"), "请于10月8日17:30前反馈参会回执；不能参加的，请说明原因并确定代会人员。",
            new(1, "会议议题"),
        ],
        [new("9月份小结和统计表报送情况", "联席会议办公室", "15:00—15:20"), new("农贸市场食品安全专项检查安排", "区市场监督管理局", "15:20—15:50"), new("“阳光餐饮”建设情况", "区教育局", "15:50—16:10")],
        ["参会回执", "9月份各单位小结和统计表报送情况一览（含逾期单位、原因说明和预计报送时间）"],
        Issuer,
        new DateOnly(2020, 9, 30));

    internal static AttendanceList Attendance { get; } = new(
        "“衣食住行”领域市场整治联席会议第三次会议",
        "2020年10月9日（周五）15:00",
        "区市场监督管理局三楼会议室",
        [.. Notice.Recipients.Prepend("区市场监督管理局").Select(unit => new AttendanceSeat(unit, "甲某某", "副局长", "0471-0000000"))],
        6);

    internal static ReplyRequest Reply { get; } = new(
        Attendance.Meeting, Attendance.Time, Attendance.Place, "区城市管理综合执法局", "10月8日（周四）17:30", "联席会议办公室，0471-0000000");

    internal static byte[] Make(string paper) => paper switch
    {
        "minutes" => MinutesPaper.Make(Minutes),
        "draft" => MinutesPaper.Make(Minutes with { Draft = DraftWord.ForComments, Number = "〔2020〕3号", Rehearsal = true }),
        "notice" => NoticePaper.Make(Notice),
        "attendance" => AttendanceSheet.Make(Attendance),
        "reply" => ReplySlip.Make(Reply),
        _ => throw new ArgumentOutOfRangeException(nameof(paper)),
    };
}
