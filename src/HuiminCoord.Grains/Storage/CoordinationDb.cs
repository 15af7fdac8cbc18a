using System.Text;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Domain.Files;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HuiminCoord.Grains.Storage;

/// <summary>The tables that the numbered scripts made, seen through EF Core. EF never creates or changes a table.</summary>
/// <remarks>Get one from <see cref="CoordinationDatabase"/>; one that was opened to read refuses to save.</remarks>
public sealed partial class CoordinationDb(DbContextOptions<CoordinationDb> options, bool writable) : DbContext(options)
{
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<RelayCursorRow> RelayCursors => Set<RelayCursorRow>();

    public DbSet<RelayFailureRow> RelayFailures => Set<RelayFailureRow>();

    public DbSet<WakeFailureRow> WakeFailures => Set<WakeFailureRow>();

    public DbSet<IdempotencyRow> Idempotency => Set<IdempotencyRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<AuditHeadRow> AuditHeads => Set<AuditHeadRow>();

    public DbSet<AuditSealHeadRow> AuditSealHeads => Set<AuditSealHeadRow>();

    public DbSet<AuditCheckpointRow> AuditCheckpoints => Set<AuditCheckpointRow>();

    public DbSet<InboxHeadRow> InboxHeads => Set<InboxHeadRow>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<StepRow> Steps => Set<StepRow>();

    public DbSet<CampaignRow> Campaigns => Set<CampaignRow>();

    public DbSet<UnitRow> Units => Set<UnitRow>();

    public DbSet<ObligationRow> Obligations => Set<ObligationRow>();

    public DbSet<SeatRow> Seats => Set<SeatRow>();

    public DbSet<TaskRow> Tasks => Set<TaskRow>();

    public DbSet<PhaseRow> Phases => Set<PhaseRow>();

    public DbSet<MeetingRow> Meetings => Set<MeetingRow>();

    public DbSet<SupervisionRow> Supervisions => Set<SupervisionRow>();

    public DbSet<ProblemRow> Problems => Set<ProblemRow>();

    public DbSet<ReportRow> Reports => Set<ReportRow>();

    public DbSet<ReportVersionRow> ReportVersions => Set<ReportVersionRow>();

    public DbSet<ReportSheetRow> ReportSheets => Set<ReportSheetRow>();

    public DbSet<ReportCellRow> ReportCells => Set<ReportCellRow>();

    public DbSet<ConsolidationRow> Consolidations => Set<ConsolidationRow>();

    public DbSet<KeptTableRow> KeptTables => Set<KeptTableRow>();

    public DbSet<PlanDocumentRow> PlanDocuments => Set<PlanDocumentRow>();

    public DbSet<RehearsalCursorRow> RehearsalCursors => Set<RehearsalCursorRow>();

    public DbSet<CalendarImportRow> CalendarImports => Set<CalendarImportRow>();

    public DbSet<StepMovedRow> StepsMoved => Set<StepMovedRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<AppointmentRow> Appointments => Set<AppointmentRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<SingleUseLinkRow> SingleUseLinks => Set<SingleUseLinkRow>();

    public DbSet<NominationRow> Nominations => Set<NominationRow>();

    public DbSet<ServerFactRow> ServerFacts => Set<ServerFactRow>();

    public DbSet<ChannelRow> Channels => Set<ChannelRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<InboxReadRow> InboxReads => Set<InboxReadRow>();

    public DbSet<FileContentRow> FileContents => Set<FileContentRow>();

    public DbSet<FilePieceRow> FilePieces => Set<FilePieceRow>();

    public DbSet<FileUploadRow> FileUploads => Set<FileUploadRow>();

    public DbSet<BegunUploadRow> BegunUploads => Set<BegunUploadRow>();

    public DbSet<BegunUploadPieceRow> BegunUploadPieces => Set<BegunUploadPieceRow>();

    public DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();

    public DbSet<InboxDoneRow> InboxDones => Set<InboxDoneRow>();

    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException($"Save through {nameof(CoordinationDatabase)}.{nameof(CoordinationDatabase.Write)}: it waits for the writer gate.");

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        writable ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken) : throw new NotSupportedException("This context was opened to read.");

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
        configurationBuilder.Properties<StepOutcome>().HaveConversion<LowerCase<StepOutcome>>();
        configurationBuilder.Properties<ChannelKind>().HaveConversion<LowerCase<ChannelKind>>();
        configurationBuilder.Properties<WebhookTemplate>().HaveConversion<LowerCase<WebhookTemplate>>();
        configurationBuilder.Properties<FileKind>().HaveConversion<LowerCase<FileKind>>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Keeping(modelBuilder);
        Registers(modelBuilder);
        People(modelBuilder);
        Files(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(ColumnOf(property.Name));
            property.ValueGenerated = ValueGenerated.Never;
        }
    }

    /// <summary>A property's column: <c>ValidFrom</c> is kept in <c>valid_from</c>.</summary>
    public static string ColumnOf(string property)
    {
        var column = new StringBuilder();
        foreach (var letter in property)
        {
            column.Append(char.IsUpper(letter) && column.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(letter));
        }

        return column.ToString();
    }

    /// <summary>Cases are stored as lower-case words, as everywhere at rest.</summary>
    private sealed class LowerCase<T>() : ValueConverter<T, string>(
        value => value.ToString().ToLowerInvariant(), word => Enum.Parse<T>(word, true))
        where T : struct, Enum;
}
