using Darkroom.HelpWriter.Model;

namespace Darkroom.HelpWriter.Reading;

/// <summary>What the engine gives to each cmdlet that asks before it changes something.</summary>
internal static class SwitchesOfTheEngine
{
    public static IReadOnlyList<ParameterHelp> ForChanges { get; } =
    [
        Switch("WhatIf", "wi", "Says what would be done, and does nothing."),
        Switch("Confirm", "cf", "Asks before it is done."),
    ];

    private static ParameterHelp Switch(string name, string alias, string description) =>
        new(name, "", [description], [], null, [alias], TakesWildcards: false, IsShared: true);
}
