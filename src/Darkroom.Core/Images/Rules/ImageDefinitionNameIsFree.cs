using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Rules;

/// <summary>A definition's name is unique, whatever its case.</summary>
public static class ImageDefinitionNameIsFree
{
    /// <exception cref="Errors.DarkroomException">ImageDefinitionNameTaken.</exception>
    public static async Task CheckAsync(DarkroomDb db, string name, Guid self, CancellationToken ct)
    {
        var key = NameKey.Of(name);
        if (await db.ImageDefinitions.AsNoTracking().Where(d => d.NameKey == key && d.Uid != self).Select(d => d.Name).SingleOrDefaultAsync(ct) is { } taken)
        {
            throw ImageErrors.DefinitionNameTaken.With(taken).On("imageDefinitionName").AsException();
        }
    }
}
