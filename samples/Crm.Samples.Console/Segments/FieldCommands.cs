using System.CommandLine;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;

namespace Crm.Samples.Console.Segments;

/// <summary><c>crm field define|list|archive</c> and <c>crm customer set</c>.</summary>
internal static class FieldCommands
{
    private static readonly Dictionary<string, FieldType> s_types = Enum.GetValues<FieldType>().ToDictionary(t => t.ToString().ToLowerInvariant(), t => t, StringComparer.OrdinalIgnoreCase);

    public static Command Create() => new Command("field", "Custom fields of customers.").With(Define(), List(), Archive());

    public static Command Set()
    {
        var key = new Argument<string>("KEY") { Description = CustomerLookup.Keys };
        var field = new Argument<string>("FIELD") { Description = "The custom field's key." };
        var value = new Argument<string?>("VALUE") { Description = "The value; choices joined by commas. Left out, the value is cleared.", Arity = ArgumentArity.ZeroOrOne };
        return new Command("set", "Set or clear a custom field of a customer.").With(key, field, value).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var customer = await session.CustomerAsync(run.Get(key), token);
                var (door, name, text) = (session.Get<CustomerFields>(), run.Get(field), run.Find(value));
                if (text is null)
                {
                    await door.ClearAsync(customer.Id, name, cancellationToken: token).OrFail();
                }
                else
                {
                    var known = (await session.Get<CustomFieldCatalog>().ListAsync(SubjectKinds.Customer, includeArchived: true, token)).FirstOrDefault(f => f.Key == name).OrFail(session.Errors.CustomFieldNotFound(name));
                    var read = CustomValue.TryParse(known.Type, text, out var parsed) ? parsed : throw CommandFailure.Refused([session.Errors.CustomFieldTypeMismatch(name, session.Errors.NameOf(known.Type))]);
                    await door.SetAsync(customer.Id, name, read, cancellationToken: token).OrFail();
                }

                await session.SaveAsync(token);
                run.Output.Write(
                    new { customer.Id, Field = name, Value = customer.CustomValueOf(name)?.ToString() },
                    report => report.Fields([("Customer", customer.DisplayName), (name, customer.CustomValueOf(name)?.ToString())]));
            },
            token));
    }

    private static Command Define()
    {
        var key = new Argument<string>("KEY") { Description = "Lower-case letters, digits, hyphens and underscores." };
        var type = new Argument<string>("TYPE") { Description = string.Join(", ", s_types.Keys) };
        var label = new Option<string?>("--label") { Description = "What people call it." };
        var choices = new Option<string[]>("--choices") { Description = "Keys of the choices.", AllowMultipleArgumentsPerToken = true };
        var several = new Option<bool>("--several") { Description = "Take several choices." };
        var required = new Option<bool>("--required") { Description = "Forms refuse to be without it." };
        return new Command("define", "Define a custom field of customers.").With(key, type, label, choices, several, required).Does((run, token) =>
        {
            var wanted = run.Get(type).OneOf("TYPE", s_types);
            return run.WithCrmAsync(
                async session =>
                {
                    var details = new CustomFieldDetails
                    {
                        Labels = run.Get(label) is { } text ? new Dictionary<string, string> { [string.Empty] = text } : new Dictionary<string, string>(),
                        Choices = [.. (run.Get(choices) ?? []).SelectMany(c => c.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(c => new CustomFieldChoice(c))],
                        AllowsSeveral = run.Get(several),
                        IsRequired = run.Get(required),
                    };
                    var field = await session.Get<CustomFieldCatalog>().DefineAsync(SubjectKinds.Customer, run.Get(key), wanted, details, token).OrFail();
                    await session.SaveAsync(token);
                    Write(run, [field]);
                },
                token);
        });
    }

    private static Command List()
    {
        var all = new Option<bool>("--all") { Description = "Archived ones too." };
        return new Command("list", "The custom fields of customers.").With(all).Does((run, token) => run.WithCrmAsync(
            async session => Write(run, await session.Get<CustomFieldCatalog>().ListAsync(SubjectKinds.Customer, run.Get(all), token)), token));
    }

    private static Command Archive()
    {
        var key = new Argument<string>("KEY") { Description = "The field's key." };
        return new Command("archive", "Let a custom field take no values any more.").With(key).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var field = await session.Get<CustomFieldCatalog>().ArchiveAsync(SubjectKinds.Customer, run.Get(key), token).OrFail();
                await session.SaveAsync(token);
                Write(run, [field]);
            },
            token));
    }

    private static void Write(Run run, IReadOnlyList<CustomField> fields) => run.Output.Write(
        new { Fields = fields },
        report => report.Table(
            ["Key", "Type", "Label", "Required", "Choices", "Archived"],
            fields.Select(f => new object?[] { f.Key, f.Type, f.LabelIn(), f.IsRequired ? "yes" : "no", string.Join(", ", f.Choices.Select(c => c.Key)), f.IsArchived ? "yes" : "no" })));
}
