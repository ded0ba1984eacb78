using Crm.Domain.Access;

namespace Crm.Samples.Console.Hosting;

/// <summary>Who sits at this terminal.</summary>
internal static class Terminal
{
    public static Actor Agent { get; } = Actor.Agent(Environment.UserName is { Length: > 0 } user ? user : "console");
}
