using Darkroom.HelpWriter.Reading;
using Darkroom.HelpWriter.Writing;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Help;

/// <summary>The page of the documentation with all cmdlets.</summary>
public sealed class CmdletReferenceTests
{
    [Fact]
    public void The_reference_says_what_the_cmdlets_say() => Published.ShouldBe(
        "docs/cmdlet-reference.md", MarkdownDocument.Of(HelpReader.Read(typeof(DarkroomCmdlet).Assembly)), "eng/update-cmdlet-docs");
}
