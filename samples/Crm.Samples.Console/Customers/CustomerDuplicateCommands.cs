using System.CommandLine;
using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Customers;

/// <summary><c>crm customer find</c>, <c>crm customer duplicates scan|list|dismiss|reopen</c>.</summary>
internal static class CustomerDuplicateCommands
{
    private static readonly Dictionary<string, DuplicatePairStatus?> s_statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["open"] = DuplicatePairStatus.Open, ["merged"] = DuplicatePairStatus.Merged, ["not-duplicate"] = DuplicatePairStatus.NotDuplicate, ["all"] = null,
    };

    public static Command Find()
    {
        var key = new Argument<string?>("KEY") { Description = "A recorded customer whose likes are looked for; or say with options what is known.", Arity = ArgumentArity.ZeroOrOne };
        Option<string?>[] known =
        [
            new("--given-name"), new("--family-name"), new("--organisation"), new("--birth-date") { HelpName = "yyyy-MM-dd" }, new("--email"), new("--phone"),
            new("--street"), new("--postcode"), new("--city"), new("--country") { HelpName = "ISO 3166 code" },
        ];
        return new Command("find", "Customers who are probably the same as one, with reasons.").With([key, .. known]).Does((run, token) =>
        {
            var values = known.ToDictionary(o => o.Name, run.Get, StringComparer.Ordinal);
            var asked = run.Find(key);
            if ((asked is null) == values.Values.All(v => string.IsNullOrWhiteSpace(v)))
            {
                throw CommandFailure.Usage("Say KEY, or what is known, such as --family-name.");
            }

            var customer = asked is null ? Known(values) : null;
            return run.WithCrmAsync(
                async session =>
                {
                    var finder = session.Get<DuplicateFinder>();
                    var found = await (customer is null
                        ? finder.FindAsync((await session.CustomerAsync(asked!, token)).Id, token)
                        : finder.FindAsync(customer, token)).OrFail();
                    run.Output.Write(
                        new { Candidates = found.Candidates.Select(c => new { c.Customer.Id, Name = c.Customer.DisplayName, c.Score, c.Tier, c.Reasons, c.Contradictions }), found.Hidden },
                        report => report.Table(
                            ["Id", "Name", "Score", "Tier", "Because"],
                            found.Candidates.Select(c => new object?[] { c.Customer.Id, c.Customer.DisplayName, c.Score, c.Tier, Because(c.Reasons) })));
                },
                token);
        });
    }

    public static Command Duplicates() => new Command("duplicates", "Look for duplicates among all customers, and review them.").With(Scan(), List(), Decide("dismiss"), Decide("reopen"));

    private static Command Scan() => new Command("scan", "Go through all customers, or on where the last scan was stopped.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var scan = (await ProgressDisplay.RunAsync("Customers", _ => session.Get<DuplicateScanner>().ScanAsync(cancellationToken: token))).OrFail();
            run.Output.Write(scan, report => report.Fields(("Customers", scan.Customers), ("Comparisons", scan.Comparisons), ("New pairs", scan.Pairs)));
        },
        token));

    private static Command List()
    {
        var status = new Option<string>("--status") { Description = $"One of {string.Join(", ", s_statuses.Keys)}.", DefaultValueFactory = _ => "open" };
        var paging = new PageOptions();
        return new Command("list", "Pairs for review, newest first.").With([status, .. paging.All]).Does((run, token) =>
        {
            var (chosen, request) = ((run.Get(status) ?? "").OneOf("--status", s_statuses), paging.Read(run));
            return run.WithCrmAsync(
                async session =>
                {
                    var page = await session.Get<DuplicateScanner>().ListAsync(chosen, request, token);
                    run.Output.Write(
                        new { page.Items, Next = page.Next?.ToString() },
                        report => report.Table(
                            ["Pair", "One", "Other", "Score", "Tier", "Status", "Because"],
                            page.Items.Select(p => new object?[] { p.Id, p.FirstName ?? p.FirstId.ToString(), p.SecondName ?? p.SecondId.ToString(), p.Score, p.Tier, session.Errors.NameOf(p.Status), Because(p.Reasons) }))
                            .More(page.Next));
                },
                token);
        });
    }

    private static Command Decide(string verb)
    {
        var pair = new Argument<string>("PAIR") { Description = "The pair, as customer duplicates list prints it." };
        return new Command(verb, verb == "dismiss" ? "Say that the two are not the same, for good." : "Put a dismissed pair in question again.").With(pair).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var id = DuplicatePairId.TryParse(run.Get(pair), null, out var parsed) ? parsed : throw CommandFailure.Refused([session.Errors.DuplicatePairNotFound(run.Get(pair))]);
                var scanner = session.Get<DuplicateScanner>();
                var decided = await (verb == "dismiss" ? scanner.DismissAsync(id, cancellationToken: token) : scanner.ReopenAsync(id, cancellationToken: token)).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(
                    new { decided.Id, decided.FirstId, decided.SecondId, decided.DismissedAt, decided.DismissedBy },
                    report => report.Fields(("Pair", decided.Id), ("Dismissed by", decided.DismissedBy)));
            },
            token));
    }

    private static NewCustomer Known(Dictionary<string, string?> values)
    {
        var country = Read("--country", t => Country.FromCode(t.ToUpperInvariant()));
        var (given, family) = (values["--given-name"], values["--family-name"]);
        var (street, postcode, city) = (values["--street"], values["--postcode"], values["--city"]);
        return new NewCustomer
        {
            Name = given is null && family is null ? null : new PersonName(given, family),
            OrganisationName = values["--organisation"],
            BirthDate = values["--birth-date"] is { } date ? Input.Cells.ParseDay(date) ?? throw CommandFailure.Usage($"--birth-date {date}: a date such as 1984-03-07 is expected.") : null,
            Emails = Read("--email", EmailAddress.Parse) is { } email ? [email] : [],
            Phones = Read("--phone", t => PhoneNumber.Parse(t, country?.Code)) is { } phone ? [phone] : [],
            Address = street is null && postcode is null && city is null ? null : new PostalAddress(street, null, postcode, city, null, country),
        };

        T? Read<T>(string option, Func<string, T> parse)
            where T : class
        {
            try
            {
                return values[option] is { } text ? parse(text) : null;
            }
            catch (Exception wrong) when (wrong is FormatException or ArgumentException)
            {
                throw CommandFailure.Usage($"{option} {values[option]}: {wrong.Message.Split(" (Parameter '")[0]}");
            }
        }
    }

    private static string Because(IEnumerable<DuplicateReason> reasons) => string.Join(", ", reasons.OrderByDescending(r => Math.Abs(r.Weight)).Take(4)
        .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Field} {r.Level} {r.Weight:+0.0;-0.0}")));
}
