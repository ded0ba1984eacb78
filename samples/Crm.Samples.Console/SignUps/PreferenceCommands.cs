using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Interactions;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.SignUps;

/// <summary><c>crm preferences …</c>: what customers say in the preference centre.</summary>
internal static class PreferenceCommands
{
    private static readonly Argument<string> s_customer = new("CUSTOMER") { Description = CustomerLookup.Keys };
    private static readonly Option<string?> s_link = new("--link") { Description = "The token of a link: without signing in." };
    private static readonly Option<string?> s_of = new("--customer") { Description = "The customer, for staff." };

    public static Command Create() => new Command("preferences", "What customers want to get, over which channel and how often.").With(
        new Command("link", "Make the token of a link for a customer.").With(s_customer).Does(async (run, token) =>
        {
            SuppressionKey.Ensure(run.Database);
            await run.WithCrmAsync(
                async session =>
                {
                    var customer = await session.CustomerAsync(run.Get(s_customer), token);
                    var link = await session.Get<PreferenceCentre>().LinkAsync(customer.Id, token).OrFail();
                    run.Output.Write(new { Customer = customer.Id, Token = link }, report => report.Fields(("Token", link)));
                },
                token);
        }),
        new Command("show", "Purposes, channels, frequencies and language.").With(s_link, s_of).Does((run, token) => AsOwnAsync(run, (_, _) => Task.CompletedTask, token)),
        Set(),
        new Command("stop", "Stop everything that needs consent.").With(s_link, s_of).Does((run, token) => AsOwnAsync(run, (centre, access) => centre.StopAllAsync(access, token).OrFail(), token)),
        Unsubscribe());

    private static Command Set()
    {
        var grant = new Option<string[]>("--grant") { Description = "Agree to a purpose over a channel, such as marketing/email; several times for several." };
        var withdraw = new Option<string[]>("--withdraw") { Description = "Take a purpose over a channel back." };
        var limit = new Option<string[]>("--limit") { Description = "How often advertising may come over a channel, such as email=1/week; email=usual for what is usual." };
        var language = new Option<string?>("--language") { Description = "The language of messages." };
        var wording = new Option<string?>("--wording") { Description = "Which version of which wording the person saw." };
        return new Command("set", "Say something of it.").With(s_link, s_of, grant, withdraw, limit, language, wording).Does((run, token) =>
        {
            var (grants, withdrawals) = ((run.Get(grant) ?? []).Select(Pair).ToList(), (run.Get(withdraw) ?? []).Select(Pair).ToList());
            var limits = (run.Get(limit) ?? []).Select(Limit).ToList();
            return AsOwnAsync(
                run,
                async (centre, access) =>
                {
                    foreach (var (purpose, channel) in grants)
                    {
                        await centre.GrantAsync(access, purpose, channel, run.Get(wording), token).OrFail();
                    }

                    foreach (var (purpose, channel) in withdrawals)
                    {
                        await centre.WithdrawAsync(access, purpose, channel, token).OrFail();
                    }

                    foreach (var (channel, cap) in limits)
                    {
                        await centre.LimitAsync(access, channel, cap, token).OrFail();
                    }

                    if (MessageOptions.Language(run.Get(language)) is { } tag)
                    {
                        await centre.SpeakAsync(access, tag, token).OrFail();
                    }
                },
                token);
        });
    }

    private static Command Unsubscribe()
    {
        var given = new Argument<string>("TOKEN") { Description = "The token of the List-Unsubscribe header." };
        return new Command("unsubscribe", "What a mail program does with one click.").With(given).Does((run, token) => run.WithCrmAsync(
            Actor.Guest,
            async session =>
            {
                var changed = await session.Get<PreferenceCentre>().UnsubscribeAsync(run.Get(given), token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(new { Changed = changed }, report => report.Fields(("Unsubscribed", changed ? "yes" : "before")));
            },
            token));
    }

    private static async Task AsOwnAsync(Run run, Func<PreferenceCentre, PreferenceAccess, Task> act, CancellationToken token)
    {
        var (link, of) = (run.Get(s_link), run.Get(s_of));
        if (link is null == of is null)
        {
            throw CommandFailure.Usage("Either --link or --customer is expected.");
        }

        await run.WithCrmAsync(
            link is null ? Terminal.Agent : Actor.Guest,
            async session =>
            {
                var access = link is not null ? PreferenceAccess.ByLink(link) : PreferenceAccess.Of((await session.CustomerAsync(of!, token)).Id);
                var centre = session.Get<PreferenceCentre>();
                await act(centre, access);
                await session.SaveAsync(token);
                Write(run.Output, await centre.ReadAsync(access, token).OrFail());
            },
            token);
    }

    private static void Write(CommandOutput output, PreferenceView view) => output.Write(
        new
        {
            Language = view.Language?.Value,
            Consents = view.Consents.Select(c => new { Purpose = c.Purpose.Value, Channel = c.Channel.Value, c.Standing, c.Since }),
            Frequencies = view.Frequencies.Select(f => new { Channel = f.Channel.Value, Own = f.Own?.ToText(), Usual = f.Usual.ToText() }),
        },
        report => report.Fields(("Language", view.Language?.Value))
            .Table(["Purpose", "Channel", "Stands", "Since"], view.Consents.Select(c => new object?[] { c.Name, c.Channel.Value, c.Standing, c.Since }))
            .Table(["Channel", "Chosen", "Usual"], view.Frequencies.Select(f => new object?[] { f.Channel.Value, f.Own?.ToText(), f.Usual.ToText() })));

    private static (PurposeKey Purpose, ChannelKey Channel) Pair(string text)
    {
        try
        {
            return text.Split('/') is [var purpose, var channel] ? (new PurposeKey(purpose), new ChannelKey(channel)) : throw new ArgumentException(text);
        }
        catch (ArgumentException)
        {
            throw CommandFailure.Usage($"{text}: a purpose and a channel such as marketing/email are expected.");
        }
    }

    private static (ChannelKey Channel, FrequencyCap? Cap) Limit(string text) =>
        text.Split('=', 2) is [var channel, var rule] && (rule == "usual" || FrequencyCap.TryParse(rule, out _))
            ? (MessageOptions.Channel(channel), FrequencyCap.TryParse(rule, out var cap) ? cap : null)
            : throw CommandFailure.Usage($"--limit {text}: a rule such as email=1/week is expected.");
}
