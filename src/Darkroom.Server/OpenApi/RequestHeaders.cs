using System.Reflection;
using System.Text.Json;
using Darkroom.Server.Api.Common;
using Darkroom.Server.SignIn;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Darkroom.Server.OpenApi;

/// <summary>Documents the headers that handlers get by way of Caller and IfMatch, and spells query members as the API does.</summary>
internal sealed class RequestHeaders : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Query))
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        }

        if (NeedsIfMatch(context))
        {
            Add(operation, HeaderNames.IfMatch, "The ETag of the state that was read, or * for any.", required: true, "\"3\"");
        }

        if (Changes(context))
        {
            Add(operation, Callers.IdempotencyKeyHeader, "A repeat under the same key is answered with the first reply, and nothing is done again.", required: false, "9c1f5a0e");
        }

        Add(operation, Callers.LoggingIdHeader, "The high-level operation that this request belongs to; it stands in the audit.", required: false, "5f3ff3d2-6f4e-4f0b-9c8e-2c9c9c3d6a11");
        return Task.CompletedTask;
    }

    /// <summary>Whether the handler demands an If-Match.</summary>
    public static bool NeedsIfMatch(OpenApiOperationTransformerContext context) => context.Description.ActionDescriptor.EndpointMetadata
        .OfType<MethodInfo>()
        .Any(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(IfMatch)));

    /// <summary>Whether the operation may change something.</summary>
    public static bool Changes(OpenApiOperationTransformerContext context) => context.Description.HttpMethod is not ("GET" or "HEAD");

    private static void Add(OpenApiOperation operation, string name, string description, bool required, string example) => operation.Parameters!.Add(new OpenApiParameter
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Required = required,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example,
    });
}
