using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Darkroom.Server.OpenApi;

/// <summary>The OpenAPI 3.1 document of the REST API, made from the endpoints themselves.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";

    public const string Path = "/openapi/v1.json";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(Describe);
        options.AddSchemaTransformer<EnumSchemas>();
        options.AddOperationTransformer<PathParameters>();
        options.AddOperationTransformer<RequestHeaders>();
        options.AddOperationTransformer<ProblemResponses>();
        options.AddOperationTransformer<BodyExamples>();
    });

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Darkroom",
            Version = Name,
            Description =
                "Prepares golden images for desktop fleets on Amazon WorkSpaces Core. Errors are problem details with a stable code and a remedy; "
                + "long work is answered with 202 and Operation-Location; changes take an Idempotency-Key, and changes of versioned things need If-Match.",
        };

        // The address depends on where the server runs; the document must not.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token made by 'darkroom token create', or the one in endpoint.json." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
        return Task.CompletedTask;
    }
}
