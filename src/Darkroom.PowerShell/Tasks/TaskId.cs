using System.Management.Automation;

namespace Darkroom.PowerShell.Tasks;

/// <summary>What an asynchronous call returns.</summary>
internal static class TaskId
{
    /// <summary>
    /// A Guid, which Get-ProvTask -TaskId takes as it is, with the task's members attached for scripts that read them at once. The engine takes no other object
    /// for a Guid.
    /// </summary>
    public static PSObject WithMembersOf(ProvTask task)
    {
        var id = new PSObject(task.TaskId);
        foreach (var member in new PSObject(task).Properties.Where(member => member.IsGettable))
        {
            id.Properties.Add(new PSNoteProperty(member.Name, member.Value));
        }

        // So that it is shown as the task that it stands for.
        id.TypeNames.Insert(0, task.GetType().FullName!);
        return id;
    }
}
