using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Bodies;

namespace HuiminCoord.Server.Api.Consolidation;

/// <summary>Sending a table upward.</summary>
/// <param name="Note">Where to and by what way; may be empty.</param>
public sealed record SendUpwardBody([property: Words(ConsolidationRules.LongestNote)] string Note = "");

/// <summary>Circulating a bulletin's draft.</summary>
/// <param name="Until">Last day for objections; absent = as many working days as the plan gives.</param>
public sealed record CirculateBulletinBody(DateOnly? Until = null);

/// <summary>Objecting to a draft, or answering an objection.</summary>
public sealed record ObjectionBody([property: Words(FreeText.MaxLength, 1)] string Text);

/// <summary>Issuing a bulletin.</summary>
/// <param name="Seen">Which round was looked at.</param>
/// <param name="Issuer">In whose name; absent = whom the plan names.</param>
public sealed record IssueBulletinBody([property: Within(1, int.MaxValue)] int Seen, IssuingBody? Issuer = null);

/// <summary>发文字号 as the issuer's registry gave it.</summary>
/// <param name="Number">回市监发〔2020〕12号; other brackets and full-width digits are read too.</param>
public sealed record BulletinNumberBody([property: Words(60, 1)] string Number);
