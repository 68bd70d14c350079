using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests;

/// <summary>
/// Waits until a page has an address, by looking again and again. The driver's own wait looks once and then for the event, so an arrival that falls between the two
/// is waited for in vain.
/// </summary>
public static class Arrival
{
    public static Task ArrivesAtAsync(this IPage page, Regex address) => Assertions.Expect(page).ToHaveURLAsync(address);

    /// <param name="address">The end of it, or all: <c>*</c> stands for any part of a path, <c>**</c> for anything.</param>
    public static Task ArrivesAtAsync(this IPage page, string address) => page.ArrivesAtAsync(new Regex(
        $"^{string.Join(".*", address.Split("**").Select(part => string.Join("[^/]*", part.Split('*').Select(Regex.Escape))))}$"));
}
