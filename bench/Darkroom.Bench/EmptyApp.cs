using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Darkroom.Bench;

/// <summary>The floor: Kestrel and a minimal API with nothing behind them.</summary>
internal static class EmptyApp
{
    public const string Verb = "empty-app";

    public static async Task<int> RunAsync(string url)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        app.MapGet("/alive", () => Results.Ok());
        app.MapGet("/small", () => new { name = "image1", number = 1, isPrepared = true, masterImage = "ami-00123456789abcdef" });
        app.MapGet("/page", () => Results.Content("<!DOCTYPE html><html lang=\"en\"><head><title>Empty</title><link rel=\"icon\" href=\"data:,\"></head><body><h1>Empty</h1></body></html>", "text/html"));
        await app.RunAsync();
        return 0;
    }
}
