using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>October 2020 as eleven units might have reported it, and the district's table as added up by hand.</summary>
internal static class HandComputedMonth
{
    public static readonly DutyId Month = new("monthly-2020-10");

    /// <summary>What each unit wrote down; every other cell that it can have holds 0.</summary>
    private static readonly (string Unit, ReportStanding Standing, string Figures)[] Units =
    [
        ("scjg", ReportStanding.Reported, """
            chi-shipin: officers 40, subjects 20, markets 3, samples 10, samplesFailed 1, orders 4, clues 5, filed 3, closed 2, value 6.50, fines 1.20, complaints 8, joint 2, published 1, publicity 2;
            chi-yiyao: officers 12, subjects 6, filed 1, closed 1, value 0.80, fines 0.30;
            chuan-fuzhuang: officers 8, subjects 4, samples 5, samplesFailed 2, filed 1, value 1.10;
            zhu-jiancai: officers 6, subjects 3, joint 1;
            xing-tingche: officers 10, subjects 5, complaints 3;
            wangluo: officers 4, subjects 2, onlineChecked 30, filed 2, value 0.40, joint 3
            """),
        ("jiaoyu", ReportStanding.Reported, "chi-shipin: officers 10, subjects 5, talks 2, joint 1, publicity 3; chuan-fuzhuang: officers 4, subjects 2, publicity 1"),
        ("minzheng", ReportStanding.Nil, ""),
        ("nongmu", ReportStanding.Reported, "chi-shipin: officers 6, subjects 3, samples 4, filed 1, value 0.25, joint 2; xing-qiche: officers 2, subjects 1"),
        ("gongxin", ReportStanding.ReportedLate, "wangluo: officers 2, subjects 1, joint 1, publicity 1"),
        ("weijian", ReportStanding.Missing, ""),
        ("gongan", ReportStanding.Reported, "wangluo: officers 6, subjects 3, clues 4, filed 3, closed 1, value 15.00, transferred 1, joint 2"),
        ("zhujian", ReportStanding.Reported, "zhu-shangpinfang: officers 14, subjects 7, orders 2, talks 1; zhu-dianti: officers 4, subjects 2"),
        ("wenlv", ReportStanding.Reported, "xing-jingqu: officers 4, subjects 2, warnings 1"),
        ("chengguan", ReportStanding.Reported, "xing-tingche: officers 16, subjects 8, orders 6, filed 1, closed 1, value 0.05, fines 0.05, complaints 2"),
        ("zhengfuban", ReportStanding.Waived, ""),
    ];

    /// <summary>The rows in the order of the printed table, with what is not 0. The right column says how it was added up.</summary>
    public static readonly (TableRowKind Kind, string Row, string Figures)[] Rows =
    [
        // officers 40 + 10 + 6 = 56; subjects 20 + 5 + 3 = 28; samples 10 + 4 = 14; filed 3 + 1 = 4; value 6.50 + 0.25 = 6.75; publicity 2 + 3 = 5;
        // joint is what 市场监督管理局 counts: 2. 教育局 says 1 and 农牧局 2 of the same actions: 其中：配合 3.
        (TableRowKind.Section, "chi-shipin", "officers 56, subjects 28, markets 3, samples 14, samplesFailed 1, orders 4, clues 5, filed 4, closed 2, value 6.75, fines 1.20, complaints 8, talks 2, joint 2, published 1, publicity 5"),
        (TableRowKind.Section, "chi-yiyao", "officers 12, subjects 6, filed 1, closed 1, value 0.80, fines 0.30"),
        // officers 56 + 12; subjects 28 + 6; filed 4 + 1; closed 2 + 1; value 6.75 + 0.80; fines 1.20 + 0.30
        (TableRowKind.Domain, "chi", "officers 68, subjects 34, markets 3, samples 14, samplesFailed 1, orders 4, clues 5, filed 5, closed 3, value 7.55, fines 1.50, complaints 8, talks 2, joint 2, published 1, publicity 5"),
        // officers 8 + 4; subjects 4 + 2. 卫健委 has not reported: it is named as missing in both rows.
        (TableRowKind.Section, "chuan-fuzhuang", "officers 12, subjects 6, samples 5, samplesFailed 2, filed 1, value 1.10, publicity 1"),
        (TableRowKind.Section, "chuan-fanghu", ""),
        (TableRowKind.Domain, "chuan", "officers 12, subjects 6, samples 5, samplesFailed 2, filed 1, value 1.10, publicity 1"),
        (TableRowKind.Section, "zhu-shangpinfang", "officers 14, subjects 7, orders 2, talks 1"),
        (TableRowKind.Section, "zhu-dianti", "officers 4, subjects 2"),
        (TableRowKind.Section, "zhu-jiancai", "officers 6, subjects 3, joint 1"),
        // officers 14 + 4 + 6; subjects 7 + 2 + 3
        (TableRowKind.Domain, "zhu", "officers 24, subjects 12, orders 2, talks 1, joint 1"),
        (TableRowKind.Section, "xing-qiche", "officers 2, subjects 1"),
        // officers 10 + 16; subjects 5 + 8; complaints 3 + 2
        (TableRowKind.Section, "xing-tingche", "officers 26, subjects 13, orders 6, filed 1, closed 1, value 0.05, fines 0.05, complaints 5"),
        (TableRowKind.Section, "xing-jingqu", "officers 4, subjects 2, warnings 1"),
        // officers 2 + 26 + 4; subjects 1 + 13 + 2
        (TableRowKind.Domain, "xing", "officers 32, subjects 16, orders 6, filed 1, closed 1, value 0.05, fines 0.05, complaints 5, warnings 1"),
        // officers 4 + 2 + 6; subjects 2 + 1 + 3; filed 2 + 3; value 0.40 + 15.00; joint 3, and 工信局 1 + 公安分局 2 = 其中：配合 3
        (TableRowKind.Section, "wangluo", "officers 12, subjects 6, onlineChecked 30, clues 4, filed 5, closed 1, value 15.40, transferred 1, joint 3, publicity 1"),
        (TableRowKind.Domain, "wangluo", "officers 12, subjects 6, onlineChecked 30, clues 4, filed 5, closed 1, value 15.40, transferred 1, joint 3, publicity 1"),
        // officers 68 + 12 + 24 + 32 + 12 = 148; subjects 34 + 6 + 12 + 16 + 6 = 74; samples 14 + 5; samplesFailed 1 + 2; orders 4 + 2 + 6; clues 5 + 4;
        // filed 5 + 1 + 1 + 5 = 12; closed 3 + 1 + 1 = 5; value 7.55 + 1.10 + 0.05 + 15.40 = 24.10; fines 1.50 + 0.05; complaints 8 + 5; talks 2 + 1;
        // joint 2 + 1 + 3 = 6 (其中：配合 3 + 3 = 6 stays beside it); publicity 5 + 1 + 1 = 7. The online row stands in it once.
        (TableRowKind.Total, "total", "officers 148, subjects 74, markets 3, onlineChecked 30, samples 19, samplesFailed 3, orders 12, clues 9, filed 12, closed 5, value 24.10, fines 1.55, transferred 1, complaints 13, talks 3, joint 6, published 1, warnings 1, publicity 7"),
    ];

    /// <summary>其中：配合 where it is not 0.</summary>
    public static readonly IReadOnlyDictionary<string, long> Supporting = new Dictionary<string, long> { ["chi-shipin"] = 3, ["chi"] = 3, ["wangluo"] = 3, ["total"] = 6 };

    public static IReadOnlyList<UnitReport> Reports { get; } =
        [.. Units.Select(u => new UnitReport(new(u.Unit), Month, u.Standing, u.Standing is ReportStanding.Missing or ReportStanding.Waived ? Figures.None : SampleForms.Filled(u.Unit, u.Figures)))];

    /// <summary>The same with another report of one unit.</summary>
    public static IReadOnlyList<UnitReport> With(string unit, ReportStanding standing, string figures) =>
        [.. Reports.Select(r => r.Unit == new UnitId(unit) ? r with { Standing = standing, Figures = SampleForms.Filled(unit, figures) } : r)];
}
