using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Darkroom.Server.OpenApi;

/// <summary>Says what each parameter in an address is: by its name, and where that is <c>uid</c> or <c>nameOrUid</c> by the list it stands in.</summary>
internal sealed class PathParameters : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, string> Things = new()
    {
        ["tokens"] = "token",
        ["connections"] = "hypervisor connection",
        ["hosting-units"] = "hosting unit",
        ["image-versions"] = "image version",
        ["image-version-specs"] = "image version spec",
        ["pending-image-deletions"] = "pending deletion",
    };

    private static readonly Dictionary<string, string> Descriptions = new()
    {
        ["brokerUid"] = "Uid under which the broker knows the connection.",
        ["definition"] = "Name or uid of the image definition.",
        ["number"] = "Number of the version inside its definition, or latest.",
        ["connection"] = "Name or uid of the hypervisor connection.",
        ["id"] = "Id of the operation.",
        ["name"] = "Name of the setting; its case doesn't count.",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var segments = (context.Description.RelativePath ?? "").Split('/');
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path && string.IsNullOrEmpty(p.Description)))
        {
            parameter.Description = Descriptions.GetValueOrDefault(parameter.Name!) ?? Described(parameter.Name!, segments);
        }

        return Task.CompletedTask;
    }

    private static string? Described(string name, string[] segments) => Things.GetValueOrDefault(segments[Math.Max(0, Array.IndexOf(segments, $"{{{name}}}") - 1)]) is not { } thing
        ? null
        : name switch
        {
            "uid" => $"Uid of the {thing}.",
            "nameOrUid" => $"Name or uid of the {thing}.",
            _ => null,
        };
}
