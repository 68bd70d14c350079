using System.ComponentModel;
using Darkroom.Contracts.Audit;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Audit;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Audit;

/// <summary>The audit: who changed what.</summary>
internal sealed class AuditEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api) => api.MapGroup("/audit-records").WithTags("Audit").MapGet("", List).Needs<ListAuditRecords>();

    /// <summary>Lists who changed what, the newest first.</summary>
    internal static async Task<Ok<Page<AuditRecordDto>>> List(
        [Description("Only what this user did.")] string? user,
        [Description("Only this kind of change, e.g. CreateImageDefinition.")] string? action,
        [Description("Only changes of this object.")] Guid? target,
        [Description("Only what started or steered this operation.")] Guid? operation,
        [Description("Only what carries this Darkroom-Logging-Id.")] Guid? loggingId,
        [Description("Not before this time.")] DateTimeOffset? from,
        [Description("Before this time.")] DateTimeOffset? until,
        [AsParameters] PageRequest page, Caller caller, ListAuditRecords useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, new AuditFilter(user, action, target, operation, loggingId, from, until), page.ToListRequest(), ct));
}
