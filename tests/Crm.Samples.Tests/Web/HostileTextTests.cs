using System.Text.Encodings.Web;
using System.Text.Json;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Web;

public sealed class HostileTextTests(WebFixture web) : IClassFixture<WebFixture>
{
    [SkippableFact]
    public async Task HostileNames_RenderInert()
    {
        var names = Strings().Where(IsMarkup).Take(60).ToList();
        names.Should().HaveCountGreaterThan(30);
        var known = await RegisterAsync(names);
        using var agent = await web.Host.AgentAsync();
        foreach (var (id, name) in known)
        {
            var page = await agent.PageAsync($"/customers/{id}");
            page.Should().NotContain(name, "it stands in the page as markup");
            page.Should().Contain(HtmlEncoder.Default.Encode(name));
            (page.Split("<script", StringSplitOptions.None).Length - 1).Should().Be(0);
        }
    }

    [SkippableFact]
    public async Task HostileQuestions_AreAnsweredAndEncoded()
    {
        using var agent = await web.Host.AgentAsync();
        foreach (var text in Strings().Where(t => t.Length < 400))
        {
            foreach (var path in new[] { "/help?q=", "/customers?q=" })
            {
                using var response = await agent.GetAsync(new Uri(path + Uri.EscapeDataString(text), UriKind.Relative));
                ((int)response.StatusCode).Should().BeLessThan(500, "{0}{1}", path, text);
                var html = await response.Content.ReadAsStringAsync();
                if (IsMarkup(text))
                {
                    html.Should().NotContain(text.Trim());
                }
            }
        }
    }

    private static bool IsMarkup(string text) => text.Contains('<', StringComparison.Ordinal) && text.Contains('>', StringComparison.Ordinal);

    private static List<string> Strings() => JsonSerializer.Deserialize<List<string>>(File.ReadAllText(TestData.Require("text/blns.json")))!;

    private async Task<List<(CustomerId Id, string Name)>> RegisterAsync(List<string> names)
    {
        await using var job = web.Host.Job();
        var customers = job.ServiceProvider.GetRequiredService<CustomerDirectory>();
        var known = new List<(CustomerId, string)>();
        foreach (var name in names)
        {
            // A name with a line break or a control character is refused, which is as good.
            var registered = await customers.RegisterAsync(new NewCustomer { OrganisationName = name });
            if (registered.TryGetValue(out var customer))
            {
                known.Add((customer.Id, customer.DisplayName));
            }
        }

        (await job.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
        known.Should().HaveCountGreaterThan(20);
        return known;
    }
}
