using System.Text.Json;
using Darkroom.Contracts.Audit;
using Darkroom.Contracts.Paths;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Audit;

/// <summary>Which records to list; a null member doesn't narrow.</summary>
/// <param name="From">Not before this time.</param>
/// <param name="Until">Before this time.</param>
public sealed record AuditFilter(
    string? User = null, string? Action = null, Guid? Target = null, Guid? Operation = null, Guid? LoggingId = null, DateTimeOffset? From = null, DateTimeOffset? Until = null);

/// <summary>Lists who changed what, the newest first unless asked for another order.</summary>
public sealed class ListAuditRecords(UseCaseRunner runner) : IUseCase
{
    private const int LongestAction = 100;

    private static readonly Listing<AuditRecord> Listing = new Listing<AuditRecord>(a => a.Id, "-at")
        .By("at", a => a.At)
        .By("user", a => a.User)
        .By("action", a => a.Action);

    public static Permission Permission => Permission.Read;

    /// <exception cref="DarkroomException">ValueOutOfRange, ValueTooLong, ControlCharacter, InvalidRequest.</exception>
    public Task<Page<AuditRecordDto>> HandleAsync(Caller caller, AuditFilter filter, ListRequest request, CancellationToken ct)
    {
        var user = Input.OptionalText(filter.User, "user", NameRules.MaxLength);
        var action = Input.OptionalText(filter.Action, "action", LongestAction);
        return runner.ReadAsync<ListAuditRecords, Page<AuditRecordDto>>(
            caller,
            db => Listing.PageAsync(
                db.AuditRecords
                    .Where(a => user == null || a.User == user)
                    .Where(a => action == null || a.Action == action)
                    .Where(a => filter.Target == null || a.TargetUid == filter.Target)
                    .Where(a => filter.Operation == null || a.OperationId == filter.Operation)
                    .Where(a => filter.LoggingId == null || a.LoggingId == filter.LoggingId)
                    .Where(a => filter.From == null || a.At >= filter.From)
                    .Where(a => filter.Until == null || a.At < filter.Until),
                request,
                rows => Task.FromResult<IReadOnlyList<AuditRecordDto>>([.. rows.Select(Of)]),
                ct),
            ct);
    }

    private static AuditRecordDto Of(AuditRecord record) => new()
    {
        Id = record.Id,
        At = record.At,
        User = record.User,
        Action = record.Action,
        TargetType = record.TargetType,
        TargetUid = record.TargetUid,
        TargetName = record.TargetName,
        Before = Read(record.Before),
        After = Read(record.After),
        OperationId = record.OperationId,
        LoggingId = record.LoggingId,
    };

    private static JsonElement? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<JsonElement>(json);
}
