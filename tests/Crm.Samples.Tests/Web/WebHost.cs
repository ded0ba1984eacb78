using Crm.Domain.Access;
using Crm.Samples.Web.Demo;
using Crm.Samples.Web.Pages;
using Crm.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Crm.Samples.Tests.Web;

/// <summary>The web sample in the test's process, on a database of its own.</summary>
public sealed class WebHost(string database, string keys) : WebApplicationFactory<IndexModel>
{
    /// <summary>Ends when the demo records are there, or throws what kept them away.</summary>
    public Task DemoRecordsAsync() => Services.GetServices<IHostedService>().OfType<DemoService>().Single().ExecuteTask!;

    /// <summary>A visitor with a cookie jar, who is not led to other pages.</summary>
    public HttpClient Guest() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public async Task<HttpClient> AgentAsync()
    {
        var client = Guest();
        (await client.SubmitAsync("/sign-in", "/sign-in")).StatusCode.Should().Be(System.Net.HttpStatusCode.Redirect);
        return client;
    }

    /// <summary>Services in a scope of the system, as a job has them.</summary>
    public AsyncServiceScope Job() => Services.GetRequiredService<ICrmScopeFactory>().Create(new CrmScope(Actor.System("test")));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // The current folder is that of whichever command another test runs at the moment.
        builder.UseContentRoot(RepositoryRoot.Combine("samples/Crm.Samples.Web"));
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:Crm", database);
        builder.UseSetting("Keys", keys);
    }
}
