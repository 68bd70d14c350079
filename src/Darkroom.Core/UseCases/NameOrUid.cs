using Darkroom.Contracts.Paths;
using Darkroom.Core.Storage;

namespace Darkroom.Core.UseCases;

/// <summary>
/// A reference as callers write it: a uid, a uid in braces, or a name. A text may be both a uid and a name, then the uid goes first.
/// Both are null for what can name nothing: the all-zero uid, and a text that no name can be, which a database might choke on.
/// </summary>
/// <param name="Uid">The uid to look for, if it is one.</param>
/// <param name="Key">The name to look for, as <see cref="NameKey"/> compares it.</param>
public readonly record struct NameOrUid(Guid? Uid, string? Key)
{
    public static NameOrUid Read(string? text, NameRules rules)
    {
        if (text is null)
        {
            return default;
        }

        Guid? uid = Guid.TryParseExact(text, "D", out var plain) || Guid.TryParseExact(text, "B", out plain) ? plain : null;
        return uid == Guid.Empty ? default : new NameOrUid(uid, rules.Check(text) is null ? NameKey.Of(text) : null);
    }
}
