using System.Security.Claims;
using Crm.Domain.Access;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace Crm.Samples.Web.Desk;

/// <summary>
/// A sign-in for trying the sample: one button, no password. An application has its own authentication; all the CRM needs of it
/// is <see cref="ActorOf"/>.
/// </summary>
public static class DemoSignIn
{
    public const string AgentRole = "agent";

    public static ClaimsPrincipal Ada { get; } = new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, "ada"), new Claim(ClaimTypes.Name, "Ada Agent"), new Claim(ClaimTypes.Role, AgentRole)],
        CookieAuthenticationDefaults.AuthenticationScheme));

    public static void AddDemoSignIn(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "crm-desk";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/status/403";
        });

        // Default-deny: a page or endpoint that says nothing is for agents.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(AgentRole).Build());

        // Several processes read each other's cookies when they share the keys.
        var keys = Path.GetFullPath(configuration["Keys"] ?? "data/keys", environment.ContentRootPath);
        services.AddDataProtection().SetApplicationName("Crm.Samples.Web").PersistKeysToFileSystem(new DirectoryInfo(keys));
    }

    /// <summary>The one place where a signed-in user becomes an actor of the CRM.</summary>
    public static Actor ActorOf(ClaimsPrincipal user) =>
        user.IsInRole(AgentRole) && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? Actor.Agent(id, user.Identity?.Name)
            : Actor.Guest;
}
