using HuiminCoord.Server.Tests.Api;
using HuiminCoord.Server.Tests.Push;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>A month's bulletin before people's eyes: it goes round, a unit objects, the office answers and issues it, its number is typed in, the unit signs.</summary>
public sealed class BulletinActTests
{
    private const string Duty = "monthly-2020-09";

    [Fact]
    public async Task From_the_draft_to_the_receipt()
    {
        await using var server = await TestServer.Start(forms: true);
        await DistrictTableTests.HandIn(server, "scjg", "3");
        await DistrictTableTests.HandIn(server, "nongmu", "2");
        await server.RunUntil(new DateOnly(2020, 9, 29), 10);
        await using var screen = await Screen.Open("bulletin");
        var office = await screen.Seated(server, "office-director", $"/district?duty={Duty}");
        await office.Click("#circulate");
        await office.Sees(".mud-dialog", "10月9日");
        await office.Click(".mud-dialog button.pri");
        await office.Sees(".toasts", "已发出征求意见稿");

        var unit = await screen.Seated(server, "nongmu/liaison", "/bulletins");
        await Eventually(server, () => unit.CountOf("#objection-text"));
        await unit.HasCount(".district tbody tr", 2);
        await unit.TypeInto("#objection-text", "本局立案数应为3件，请核对。");
        await unit.Look("01-draft");
        await unit.Click("#object");
        await unit.Sees(".toasts", "已提出异议");
        await Eventually(server, () => office.CountOf("#answer-1"));
        await office.TypeInto("#answer-1", "已核对，与贵单位报送数一致。");
        await office.Look("02-answer");
        await office.Click("#do-answer-1");
        await office.Sees(".toasts", "已答复");

        await server.RunUntil(new DateOnly(2020, 10, 10), 9);
        await office.Visit($"/district?duty={Duty}");
        await office.Connected();
        Assert.Equal("Bureau", await office.ValueOf("#issuer"));
        await office.ChooseIn("#issuer", "回民区人民政府办公室");
        await office.Click("#issue-bulletin");
        await office.Sees(".mud-dialog", "回民区人民政府办公室");
        await office.Click(".mud-dialog button.pri");
        await Eventually(server, () => office.CountOf("#document-number"));
        await office.TypeInto("#document-number", "回市监发[2020]12号");
        await office.Click("#type-number");
        await Eventually(server, () => office.CountOf("#bulletin header:has-text('回市监发〔2020〕12号')"));

        await Eventually(server, () => unit.CountOf("#sign-bulletin"));
        await unit.HasCount(".district tbody tr", 12);
        await unit.Look("03-issued");
        await unit.Click("#sign-bulletin");
        await Eventually(server, () => unit.CountOf("#signed"));
        Assert.True((await unit.Fetch($"/bulletins/{Duty}/paper")).Length > 4000);
        await Eventually(server, () => office.CountOf("#receipts:has-text('已签收1/11')"));
        await office.Look("04-receipts");
        screen.HasNoFaults();
    }

    private static Task<int> Eventually(TestServer server, Func<Task<int>> count) => HubClient.Eventually(
        async () =>
        {
            await server.Drain();
            return await count();
        },
        found => found == 1);
}
