using System.CommandLine;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Queues;

namespace Crm.Samples.Console.Service.Levels;

/// <summary><c>crm sla-policy …</c>: what is promised to which cases.</summary>
internal static class SlaPolicyCommands
{
    private const string Keys = "The policy's name or id.";
    private static readonly Argument<string> s_policy = new("POLICY") { Description = Keys };
    private static readonly Argument<string> s_file = new("FILE") { Description = "JSON; - reads what is piped in." };

    public static Command Create() => new Command("sla-policy", "What is promised to which cases, and why.").With(
        Make(), Change(), Publish(), Order(),
        Act("default", "Make it the policy of cases for which no other one is.", (door, id, token) => door.MakeDefaultAsync(id, null, token)),
        Act("retire", "Choose it no more.", (door, id, token) => door.RetireAsync(id, null, token)),
        Act("reinstate", "Choose it again.", (door, id, token) => door.ReinstateAsync(id, null, token)),
        Show(), List(), Explain());

    private static Command Make() => new Command("create", "Make a policy, asked after every other one.").With(s_file).Does((run, token) =>
    {
        var file = PolicyFile.Read(TextSource.Of(run.Get(s_file)));
        return SavedAsync(run, door => door.CreateAsync(file.Details, file.Terms, file.IsDefault, token), token);
    });

    private static Command Change() => new Command("change", "Change name, condition and validity; a file with other terms publishes them too.").With(s_policy, s_file).Does((run, token) =>
    {
        var file = PolicyFile.Read(TextSource.Of(run.Get(s_file)));
        return run.WithCrmAsync(
            async session =>
            {
                var (door, policy) = (session.Get<SlaPolicies>(), await FindAsync(session, run.Get(s_policy), token));
                await door.ChangeAsync(policy.Id, file.Details, null, token).OrFail();
                if (!policy.Current.Terms.Equals(file.Terms))
                {
                    await door.PublishAsync(policy.Id, file.Terms, null, token).OrFail();
                }

                await session.SaveAsync(token);
                PolicyRows.Print(run, policy);
            },
            token);
    });

    private static Command Publish() => new Command("publish", "Publish a new version of what it promises.").With(s_policy, s_file).Does((run, token) =>
    {
        var source = TextSource.Of(run.Get(s_file));
        var terms = SlaPolicyTerms.Parse(LevelFiles.Text(source)).OrFail(source);
        return ChangedAsync(run, (door, id) => door.PublishAsync(id, terms, null, token), token);
    });

    private static Command Order()
    {
        var order = new Argument<string[]>("POLICIES") { Description = "Every policy that is not retired, by name or id, the first one asked in front.", Arity = ArgumentArity.OneOrMore };
        return new Command("order", "Put the policies in another order.").With(order).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var ids = new List<SlaPolicyId>();
                foreach (var key in run.Get(order))
                {
                    ids.Add((await FindAsync(session, key, token)).Id);
                }

                await session.Get<SlaPolicies>().ReorderAsync(ids, token).OrFail();
                await session.SaveAsync(token);
                PolicyRows.Print(run, await session.Get<SlaPolicies>().ListAsync(cancellationToken: token));
            },
            token));
    }

    private static Command Show() => new Command("show", "A policy with its versions.").With(s_policy).Does((run, token) => run.WithCrmAsync(
        async session => PolicyRows.Print(run, await FindAsync(session, run.Get(s_policy), token)), token));

    private static Command List()
    {
        var all = new Option<bool>("--all") { Description = "Retired ones too." };
        return new Command("list", "The policies in the order in which they are asked.").With(all).Does((run, token) => run.WithCrmAsync(
            async session => PolicyRows.Print(run, await session.Get<SlaPolicies>().ListAsync(run.Get(all), token)), token));
    }

    private static Command Explain()
    {
        var key = new Argument<string>("CASE") { Description = "The case's number or id." };
        return new Command("explain", "Which policy is for a case now, and why none of the others.").With(key).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.CaseAsync(run.Get(key), token);
                PolicyRows.Print(run, found, await session.Get<ServiceLevels>().ExplainChoiceAsync(found.Id, token).OrFail());
            },
            token));
    }

    private static Command Act(string verb, string description, Func<SlaPolicies, SlaPolicyId, CancellationToken, Task<CrmResult<SlaPolicy>>> act) =>
        new Command(verb, description).With(s_policy).Does((run, token) => ChangedAsync(run, (door, id) => act(door, id, token), token));

    private static Task ChangedAsync(Run run, Func<SlaPolicies, SlaPolicyId, Task<CrmResult<SlaPolicy>>> act, CancellationToken token) => run.WithCrmAsync(
        async session =>
        {
            var changed = await act(session.Get<SlaPolicies>(), (await FindAsync(session, run.Get(s_policy), token)).Id).OrFail();
            await session.SaveAsync(token);
            PolicyRows.Print(run, changed);
        },
        token);

    private static Task SavedAsync(Run run, Func<SlaPolicies, Task<CrmResult<SlaPolicy>>> act, CancellationToken token) => run.WithCrmAsync(
        async session =>
        {
            var made = await act(session.Get<SlaPolicies>()).OrFail();
            await session.SaveAsync(token);
            PolicyRows.Print(run, made);
        },
        token);

    private static async Task<SlaPolicy> FindAsync(CrmSession session, string key, CancellationToken token)
    {
        var door = session.Get<SlaPolicies>();
        var found = SlaPolicyId.TryParse(key, null, out var id) ? await door.FindAsync(id, token) : await door.FindAsync(key, token);
        return found.OrFail(session.Errors.SlaPolicyNotFound(key));
    }
}
