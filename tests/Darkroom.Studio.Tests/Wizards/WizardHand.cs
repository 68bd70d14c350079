using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Wizards;

/// <summary>Somebody who goes through a wizard with the mouse.</summary>
public sealed class WizardHand(Viewer viewer)
{
    public const string Master = "win10-2411-ami (ami-00123456789abcdef)";
    public const string Template = "w2022-2411 (lt-00123456789abcdef)";

    private readonly IPage _page = viewer.Page;

    public async Task NextAsync(string heading)
    {
        await _page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await AtAsync(heading);
    }

    /// <summary>The page of that name is there, has read what it shows, and has the focus.</summary>
    public async Task AtAsync(string heading)
    {
        await Assertions.Expect(_page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = heading, Exact = true })).ToBeFocusedAsync();
        await viewer.ReadyAsync();
    }

    public Task ChooseAsync(string radio) => Radio(radio).CheckAsync();

    public Task FillAsync(string label, string text) => Field(label).FillAsync(text);

    public ILocator Field(string label) => _page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });

    public ILocator Radio(string name) => _page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex($"^{Regex.Escape(name)}") });

    /// <summary>Chooses master image and machine profile.</summary>
    public async Task ImageAsync()
    {
        await ChooseAsync(Master);
        await ChooseAsync(Template);
        await _page.GetByText("Volume /dev/sda1").WaitForAsync();
    }

    /// <summary>From the first page of a new definition to its Summary.</summary>
    /// <param name="unit">Null takes the one that is chosen.</param>
    /// <param name="look">What is done on each page.</param>
    /// <param name="os">Another one than the master's fails the preflight.</param>
    public async Task DefineAsync(string name, string? unit = null, Func<string, Task>? look = null, string os = "Windows")
    {
        look ??= _ => Task.CompletedTask;
        await AtAsync("Introduction");
        await look("introduction");
        await NextAsync("Image definition");
        await ChooseAsync(os);
        await ChooseAsync("Multi-session");
        await look("definition");
        await NextAsync("Image");
        await (unit is null ? Task.CompletedTask : ChooseAsync(unit));
        await ImageAsync();
        await look("image");
        await NextAsync("Machine specification");
        await Assertions.Expect(Radio("T3 Medium Instance")).ToBeCheckedAsync();
        await look("machine");
        await NextAsync("NICs");
        await look("nics");
        await NextAsync("Version description");
        await FillAsync("Version description", "the first");
        await look("version");
        await NextAsync("Summary");
        await FillAsync("Name", name);
        await _page.GetByText("This name is free.").WaitForAsync();
        await _page.Locator(".preflight .state", new() { HasText = os == "Windows" ? "Can be prepared" : "Would fail" }).First.WaitForAsync();
        await look("summary");
    }

    /// <summary>Presses Finish, and waits for the running operation.</summary>
    public async Task<Guid> FinishAsync()
    {
        await _page.GetByRole(AriaRole.Button, new() { Name = "Finish" }).ClickAsync();
        await _page.ArrivesAtAsync("**/operations/*");
        await viewer.ReadyAsync();
        return Guid.Parse(new Uri(_page.Url).Segments[^1]);
    }
}
