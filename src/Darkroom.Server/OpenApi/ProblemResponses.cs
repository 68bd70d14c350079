using System.Globalization;
using Darkroom.Contracts.Problems;
using Darkroom.Server.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Darkroom.Server.OpenApi;

/// <summary>Documents the problems an operation can answer with, from what it takes.</summary>
internal sealed class ProblemResponses : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var document = context.Document!;
        document.AddComponent(nameof(ProblemDto), await context.GetOrCreateSchemaAsync(typeof(ProblemDto), null, cancellationToken));
        operation.Responses ??= [];
        foreach (var status in StatusesOf(context))
        {
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse
            {
                Description = ReasonPhrases.GetReasonPhrase(status),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [ProblemWriter.ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDto), document) },
                },
            });
        }
    }

    private static IEnumerable<int> StatusesOf(OpenApiOperationTransformerContext context)
    {
        var changes = RequestHeaders.Changes(context);
        IEnumerable<int> statuses = [400, 401, 403, 429, 500];
        // What browses the inventory asks the cloud, which may have its reasons as well.
        if (changes || context.Description.ActionDescriptor.EndpointMetadata.OfType<ITagsMetadata>().Any(tags => tags.Tags.Contains("Inventory")))
        {
            statuses = [.. statuses, 409, 422];
        }

        // A filter that takes one connection, unlike a pattern, refuses what isn't there.
        var namesOne = context.Description.ParameterDescriptions.Any(parameter => parameter.Name == "connection");
        if (changes || namesOne || context.Description.RelativePath!.Contains('{', StringComparison.Ordinal))
        {
            statuses = [.. statuses, 404];
        }

        if (RequestHeaders.NeedsIfMatch(context))
        {
            statuses = [.. statuses, 412, 428];
        }

        return statuses.Order();
    }
}
