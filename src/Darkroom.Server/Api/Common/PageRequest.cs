using System.ComponentModel;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;
using Microsoft.AspNetCore.Mvc;

namespace Darkroom.Server.Api.Common;

/// <summary>Which part of a list is asked for, in which order; a handler takes it with [AsParameters].</summary>
internal readonly record struct PageRequest(
    [property: FromQuery(Name = "pageSize"), Description("How many items a page has at most: 1 to 1000, 250 unless given.")] int? PageSize,
    [property: FromQuery(Name = "pageToken"), Description("nextPageToken of the page before; leave it out for the first.")] string? PageToken,
    [property: FromQuery(Name = "sort"), Description("Columns to sort by, split by comma, each with - in front for descending; docs/api.md has them for each list, and so has the refusal of another one.")] string? Sort)
{
    /// <summary>The same in the domain's words.</summary>
    /// <exception cref="DarkroomException">ValueOutOfRange.</exception>
    public ListRequest ToListRequest()
    {
        if (PageSize is { } size)
        {
            Input.Range(size, "pageSize", 1, ListRequest.MostRows);
        }

        return new ListRequest(Sort, PageSize, PageToken);
    }
}
