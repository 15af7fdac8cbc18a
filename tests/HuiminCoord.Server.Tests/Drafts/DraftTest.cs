using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Drafts;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Drafts;
using HuiminCoord.Server.Tests.Channels;
using Microsoft.Extensions.Time.Testing;

namespace HuiminCoord.Server.Tests.Drafts;

/// <summary>People of a unit and of the office, a book of drafts on a database of its own, and two clocks that stand still.</summary>
public abstract class DraftTest(PostgreSqlServer server) : ChannelTest(server)
{
    protected const string Campaign = "huimin-2020";

    private protected static readonly DraftOwner Unit = DraftOwner.OfUnit(new UnitId("jiaoyu"));
    private protected static readonly DraftForm Summary = DraftForm.OfPart(new DutyId("monthly-2020-09"), "summary");
    private protected static readonly Asker Liaison = Asker("jiaoyu/liaison", "anna"), Leader = Asker("jiaoyu/leader", "berta"), Office = Asker("office-director", "clara");

    /// <summary>Real time.</summary>
    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    private protected CampaignClock Clock { get; } = CampaignClock.Virtual(new DateTimeOffset(2020, 9, 28, 1, 0, 0, TimeSpan.Zero));

    private protected static Asker Asker(string seat, string login, string campaign = Campaign) =>
        new("session", login, login, login, "appointment", campaign, new Standing(SeatAddress.Find(seat)!, []), DateTimeOffset.MaxValue);

    private protected async Task<DraftBook> Book(DatabaseProvider provider) => new(await NewDatabase(provider), Clock, Time);
}
