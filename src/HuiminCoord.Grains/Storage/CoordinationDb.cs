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
public sealed class CoordinationDb(DbContextOptions<CoordinationDb> options, bool writable) : DbContext(options)
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

    /// <summary>What actors leave behind, and its audit.</summary>
    private static void Keeping(ModelBuilder model)
    {
        model.Entity<OutboxRow>().ToTable("outbox").HasKey(r => new { r.Shard, r.At, r.GrainType, r.GrainKey, r.Seq });
        model.Entity<RelayCursorRow>().ToTable("relay_cursor").HasKey(r => new { r.GrainType, r.GrainKey });
        model.Entity<RelayCursorRow>().Property(r => r.Seq).IsConcurrencyToken();
        model.Entity<RelayFailureRow>().ToTable("relay_failure").HasKey(r => new { r.GrainType, r.GrainKey });
        model.Entity<WakeFailureRow>().ToTable("wake_failure").HasKey(r => new { r.GrainType, r.GrainKey });
        model.Entity<IdempotencyRow>().ToTable("idempotency").HasKey(r => new { r.GrainType, r.GrainKey, r.Key });
        model.Entity<AuditRow>().ToTable("audit").HasKey(r => new { r.GrainType, r.GrainKey, r.Seq });
        model.Entity<AuditHeadRow>().ToTable("audit_head").HasKey(r => r.Campaign);
        model.Entity<AuditSealHeadRow>().ToTable("audit_seal_head").HasKey(r => r.Campaign);
        model.Entity<AuditCheckpointRow>().ToTable("audit_checkpoint").HasKey(r => new { r.Campaign, r.Number });
    }

    /// <summary>Facts over many actors, and what people were told.</summary>
    private static void Registers(ModelBuilder model)
    {
        model.Entity<InboxHeadRow>().ToTable("inbox_head").HasKey(r => new { r.Campaign, r.Recipient });
        model.Entity<InboxRow>().ToTable("inbox").HasKey(r => new { r.Campaign, r.Recipient, r.Seq });
        model.Entity<StepRow>().ToTable("step").HasKey(r => new { r.Campaign, r.Unit, r.Obligation, r.Rung, r.Recipient });
        model.Entity<CampaignRow>().ToTable("campaign").HasKey(r => r.Campaign);
        model.Entity<UnitRow>().ToTable("unit").HasKey(r => new { r.Campaign, r.Unit });
        model.Entity<ObligationRow>().ToTable("obligation").HasKey(r => new { r.Campaign, r.Unit, r.Duty });
        model.Entity<SeatRow>().ToTable("seat").HasKey(r => new { r.Campaign, r.Unit, r.Seat, r.ValidFrom, r.Holder });
        model.Entity<TaskRow>().ToTable("task").HasKey(r => new { r.Campaign, r.Task });
        model.Entity<PhaseRow>().ToTable("phase").HasKey(r => new { r.Campaign, r.Phase });
        model.Entity<MeetingRow>().ToTable("meeting").HasKey(r => new { r.Campaign, r.Meeting });
        model.Entity<PlanDocumentRow>().ToTable("plan_document").HasKey(r => new { r.Campaign, r.Version, r.Hash });
        model.Entity<RehearsalCursorRow>().ToTable("rehearsal_cursor").HasKey(r => r.Campaign);
        model.Entity<CalendarImportRow>().ToTable("calendar_import").HasKey(r => r.Revision);
        model.Entity<StepMovedRow>().ToTable("step_moved").HasKey(r => new { r.Campaign, r.Unit, r.Obligation, r.Rung, r.GrainSeq });
    }

    /// <summary>Who may come in, and how they are reached.</summary>
    private static void People(ModelBuilder model)
    {
        model.Entity<AccountRow>().ToTable("account").HasKey(r => r.Id);
        model.Entity<AppointmentRow>().ToTable("appointment").HasKey(r => r.Id);
        model.Entity<SessionRow>().ToTable("session").HasKey(r => r.Id);
        model.Entity<SingleUseLinkRow>().ToTable("single_use_link").HasKey(r => r.Id);
        model.Entity<NominationRow>().ToTable("nomination").HasKey(r => r.Id);
        model.Entity<ServerFactRow>().ToTable("server_fact").HasKey(r => r.Name);
        model.Entity<ChannelRow>().ToTable("channel").HasKey(r => new { r.Campaign, r.Recipient, r.Kind });
        model.Entity<DeliveryRow>().ToTable("delivery").HasKey(r => new { r.Campaign, r.Recipient, r.Seq, r.Kind });
        model.Entity<InboxReadRow>().ToTable("inbox_read").HasKey(r => new { r.Campaign, r.Recipient, r.Seq });
        model.Entity<InboxDoneRow>().ToTable("inbox_done").HasKey(r => new { r.Campaign, r.Recipient, r.Seq });
        model.Entity<DraftRow>().ToTable("draft").HasKey(r => new { r.Campaign, r.Owner, r.Form });
    }

    /// <summary>What people attach, and to what.</summary>
    private static void Files(ModelBuilder model)
    {
        model.Entity<FileContentRow>().ToTable("file_content").HasKey(r => r.Hash);
        model.Entity<FilePieceRow>().ToTable("file_piece").HasKey(r => new { r.Hash, r.Number });
        model.Entity<FileUploadRow>().ToTable("file_upload").HasKey(r => new { r.Campaign, r.Owner, r.Hash });
        model.Entity<AttachmentRow>().ToTable("attachment").HasKey(r => new { r.Campaign, r.Room, r.Id, r.Seq, r.Position });
    }

    /// <summary>Cases are stored as lower-case words, as everywhere at rest.</summary>
    private sealed class LowerCase<T>() : ValueConverter<T, string>(
        value => value.ToString().ToLowerInvariant(), word => Enum.Parse<T>(word, true))
        where T : struct, Enum;
}
