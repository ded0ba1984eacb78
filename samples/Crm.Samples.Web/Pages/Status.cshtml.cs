using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Crm.Samples.Web.Pages;

/// <summary>What a visitor sees instead of an empty answer. It says nothing about what went wrong inside.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StatusModel : PageModel
{
    public string Heading { get; private set; } = string.Empty;

    public void OnGet(int code) => Describe(code);

    public void OnPost(int code) => Describe(code);

    private void Describe(int code)
    {
        Heading = code switch
        {
            404 => "This page is not here",
            403 => "This page is for agents",
            400 => "This request could not be understood",
            _ => "Something went wrong",
        };
        Response.StatusCode = code is >= 400 and < 600 ? code : 404;
    }
}
