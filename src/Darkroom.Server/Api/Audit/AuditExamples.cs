using System.Text.Json;
using Darkroom.Contracts.Audit;
using Darkroom.Server.OpenApi;

namespace Darkroom.Server.Api.Audit;

internal sealed class AuditExamples : IExamples
{
    public IEnumerable<object> Make()
    {
        yield return new AuditRecordDto
        {
            Id = 1042,
            At = new DateTimeOffset(2026, 11, 3, 9, 31, 0, TimeSpan.Zero),
            User = "image pipeline",
            Action = "UpdateImageDefinition",
            TargetType = "ImageDefinition",
            TargetUid = new Guid("01993b52-71c4-7a3e-9a53-6f0f7d2b9d12"),
            TargetName = "office",
            Before = JsonSerializer.SerializeToElement(new { name = "office", description = "" }),
            After = JsonSerializer.SerializeToElement(new { name = "office", description = "for the branches" }),
        };
    }
}
