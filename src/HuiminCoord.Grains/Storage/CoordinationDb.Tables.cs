using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Storage;

/// <summary>Each table with its key.</summary>
public sealed partial class CoordinationDb
{
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
        model.Entity<SupervisionRow>().ToTable("supervision").HasKey(r => new { r.Campaign, r.Team });
        model.Entity<ProblemRow>().ToTable("problem").HasKey(r => new { r.Campaign, r.Team, r.Number });
        model.Entity<ReportRow>().ToTable("report").HasKey(r => new { r.Campaign, r.Unit, r.Duty });
        model.Entity<ReportVersionRow>().ToTable("report_version").HasKey(r => new { r.Campaign, r.Unit, r.Duty, r.Version });
        model.Entity<ReportSheetRow>().ToTable("report_sheet").HasKey(r => new { r.Campaign, r.Unit, r.Duty, r.Hash });
        model.Entity<ReportCellRow>().ToTable("report_cell").HasKey(r => new { r.Campaign, r.Unit, r.Duty, r.Filler, r.Cell });
        model.Entity<ConsolidationRow>().ToTable("consolidation").HasKey(r => new { r.Campaign, r.Duty });
        model.Entity<KeptTableRow>().ToTable("kept_table").HasKey(r => new { r.Campaign, r.Duty, r.Number });
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
        model.Entity<BegunUploadRow>().ToTable("begun_upload").HasKey(r => r.Id);
        model.Entity<BegunUploadPieceRow>().ToTable("begun_upload_piece").HasKey(r => new { r.Upload, r.BeginsAt });
        model.Entity<AttachmentRow>().ToTable("attachment").HasKey(r => new { r.Campaign, r.Room, r.Id, r.Seq, r.Position });
    }
}
