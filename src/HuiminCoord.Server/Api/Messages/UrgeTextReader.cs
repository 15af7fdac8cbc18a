using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Channels.Reaching;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Messages;

/// <summary>Writes urge texts by what the registers say now: for the API and for whoever copies them from a page.</summary>
internal sealed class UrgeTextReader(ChannelSettings settings)
{
    /// <summary>The texts about one duty; units with a later date that was granted are left out, as on the board.</summary>
    /// <exception cref="RefusedException"><c>obligation.unknown</c>.</exception>
    internal async Task<UrgeTextsView> All(ReadingScene scene, string duty, CancellationToken cancellation)
    {
        var (campaign, today) = (scene.Campaign.Id, scene.Campaign.Today);
        var rows = await scene.Db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && o.Duty == duty && !o.EnteredLate).ToListAsync(cancellation);
        if (RegisterReader.Counts(scene.Campaign.Plan, rows, today) is not [var count, ..])
        {
            throw scene.Absent("obligation.unknown", duty, "");
        }

        var moment = Moment(scene.Campaign);
        var silent = rows.Where(o => RegisterReader.IsSilent(o, today)).ToDictionary(o => o.Unit);
        var texts = scene.Campaign.Plan.Units.Where(u => silent.ContainsKey(u.Id.Value)).Select(u => Text(silent[u.Id.Value], u.Name, moment)).ToList();
        return new UrgeTextsView(duty, count.Title, texts.Count, UrgeTexts.ForAll(count.Title, count.Due, texts.Count, moment), texts);
    }

    /// <summary>The text about one duty of one unit.</summary>
    /// <exception cref="RefusedException"><c>obligation.unknown</c>, <c>obligation.closed</c>, <c>urge.already-reported</c>, <c>urge.entered-late</c>.</exception>
    internal async Task<UrgeTextView> One(ReadingScene scene, string unit, string duty, CancellationToken cancellation)
    {
        var name = scene.Campaign.Plan.Unit(new UnitId(unit))!.Name;
        var row = await scene.Db.Obligations.FindAsync([scene.Campaign.Id, unit, duty], cancellation) ?? throw scene.Absent("obligation.unknown", duty, name);
        var refusal = Stages.NotOwed.Contains(row.Stage) ? new Refusal("obligation.closed", row.Title)
            : row.Reported ? new Refusal("urge.already-reported", row.Title)
            : row.EnteredLate ? new Refusal("urge.entered-late", row.Title)
            : null;
        return refusal is null ? Text(row, name, Moment(scene.Campaign)) : throw new RefusedException(refusal);
    }

    private static UrgeTextView Text(ObligationRow row, string unit, UrgeMoment moment) => new(row.Unit, unit, row.Duty, UrgeTexts.ForUnit(unit, row.Title, row.Due, moment));

    private UrgeMoment Moment(CampaignScene scene) => new(scene.Now, scene.Calendar, scene.Plan.Settings.OfficePhone, settings.PublicUrl);
}
