using System.Management.Automation;

namespace Darkroom.PowerShell.Filtering;

/// <summary>What -Property leaves of objects, as Select-Object would: the properties named, in that order; names may have wildcards.</summary>
internal sealed class PropertySelection
{
    private readonly List<Member> _members = [];

    /// <exception cref="Errors.ModuleException">InvalidFilter.</exception>
    public PropertySelection(IEnumerable<string> names, MemberTable members)
    {
        foreach (var name in names)
        {
            var pattern = NamePattern.Parse(name);
            var chosen = pattern.IsName
                ? [members.Get(pattern.Name, 0, new FilterSource("-Property", name))]
                : members.Names.Where(pattern.Matches).Select(match => members.Get(match, 0, new FilterSource("-Property", name)));
            _members.AddRange(chosen.Where(member => !_members.Contains(member)));
        }
    }

    public PSObject Of(object item)
    {
        var selected = new PSObject();
        selected.TypeNames.Insert(0, $"Selected.{item.GetType().FullName}");
        foreach (var member in _members)
        {
            selected.Properties.Add(new PSNoteProperty(member.Name, member.Of(item)));
        }

        return selected;
    }
}
