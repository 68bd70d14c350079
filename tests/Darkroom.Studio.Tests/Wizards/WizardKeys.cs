using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Wizards;

/// <summary>Somebody who goes through a wizard with the keyboard alone.</summary>
public sealed class WizardKeys(Viewer viewer)
{
    /// <summary>As many stops as no page of a wizard has.</summary>
    private const int MostStops = 120;

    /// <summary>What a screen reader would call the focused element: its label, its text, or what it is labelled by.</summary>
    private const string FocusedName = """
        (() => {
          const at = document.activeElement;
          if (at.tagName === "H1") return "";
          const label = at.labels?.[0]?.innerText ?? at.getAttribute("aria-label") ?? at.innerText ?? "";
          return (label || at.closest("fieldset")?.querySelector("legend")?.innerText || "").trim();
        })()
        """;

    private const string FocusedGroup =
        """document.activeElement.type === "radio" ? document.activeElement.closest("fieldset")?.querySelector("legend")?.innerText ?? "" : "" """;

    private readonly IPage _page = viewer.Page;

    public async Task PressAsync(string name)
    {
        await TabToAsync(name);
        await _page.Keyboard.PressAsync("Enter");
    }

    public async Task NextAsync(string heading)
    {
        await PressAsync("Next");
        await new WizardHand(viewer).AtAsync(heading);
    }

    public async Task TypeAsync(string label, string text)
    {
        await TabToAsync(label);
        await _page.Keyboard.TypeAsync(text);
    }

    public async Task CheckAsync(string label)
    {
        await TabToAsync(label);
        await _page.Keyboard.PressAsync("Space");
    }

    /// <summary>A group of choices is one stop; the arrows go through it and choose.</summary>
    /// <param name="group">The legend above it.</param>
    public async Task ChooseAsync(string group, string wanted)
    {
        await TabAsync(FocusedGroup, text => text == group, group);
        await _page.Keyboard.PressAsync("Space");
        for (var at = 0; !(await FocusedAsync()).StartsWith(wanted, StringComparison.Ordinal); at++)
        {
            at.Should().BeLessThan(MostStops, "{0} must be among the choices of {1}", wanted, group);
            await _page.Keyboard.PressAsync("ArrowDown");
        }

        await Assertions.Expect(new WizardHand(viewer).Radio(wanted)).ToBeCheckedAsync();
    }

    private Task TabToAsync(string name) => TabAsync(FocusedName, text => text.StartsWith(name, StringComparison.Ordinal), name);

    private async Task TabAsync(string said, Func<string, bool> isWanted, string wanted)
    {
        var passed = new List<string>();
        while (!isWanted(await _page.EvaluateAsync<string>(said)))
        {
            passed.Count.Should().BeLessThan(MostStops, "{0} must be reached, but there were {1}", wanted, string.Join(" | ", passed.Distinct()));
            await _page.Keyboard.PressAsync("Tab");
            passed.Add(await FocusedAsync());
        }
    }

    private Task<string> FocusedAsync() => _page.EvaluateAsync<string>(FocusedName);
}
