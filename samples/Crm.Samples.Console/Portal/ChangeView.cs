using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Portal;

/// <summary>Changes that customers asked for as the terminal shows them.</summary>
internal static class ChangeView
{
    public static object Of(ChangeRequestView change) => new
    {
        change.Id, Customer = change.CustomerId, change.Domain, change.Status, After = change.Change.After(), ContactPoint = change.Change.ContactPointId, change.RequestedAt, change.ExpiresAt, change.DecidedAt, change.Reason,
        change.AttemptsLeft, change.Version,
    };

    public static void Write(CommandOutput output, ChangeRequestView change) => output.Write(
        Of(change), report => report.Heading("Change").Fields(("Id", change.Id), ("Data", change.Domain), ("Becomes", change.Change.After()), ("Status", change.Status), ("Until", change.ExpiresAt), ("Reason", change.Reason)));

    public static void Write(CommandOutput output, Page<ChangeRequestView> page) => output.Write(
        new { Items = page.Items.Select(Of), Next = page.Next?.ToString() },
        report => report.Table(["Change", "Data", "Becomes", "Status"], page.Items.Select(c => new object?[] { c.Id, c.Domain, c.Change.After(), c.Status })).More(page.Next));

    public static void Write(CommandOutput output, ChangeCase change) => output.Write(
        OfCase(change),
        report => report.Heading("Change").Fields(
            ("Id", change.Request.Id), ("Customer", change.Request.CustomerId), ("Data", change.Request.Domain), ("Was", change.Before), ("Becomes", change.Request.Change.After()), ("Status", change.Request.Status),
            ("Asked by", change.RequestedById), ("Decided by", change.DecidedById), ("No code", change.Obstacle), ("Reason", change.Request.Reason)));

    public static void Write(CommandOutput output, Page<ChangeCase> page) => output.Write(
        new { Items = page.Items.Select(OfCase), Next = page.Next?.ToString() },
        report => report.Table(["Change", "Customer", "Data", "Was", "Becomes", "Status"], page.Items.Select(c => new object?[] { c.Request.Id, c.Request.CustomerId, c.Request.Domain, c.Before, c.Request.Change.After(), c.Request.Status })).More(page.Next));

    private static object OfCase(ChangeCase change) => new { Request = Of(change.Request), change.Before, RequestedBy = change.RequestedById, DecidedBy = change.DecidedById, NotSent = change.Obstacle };
}
