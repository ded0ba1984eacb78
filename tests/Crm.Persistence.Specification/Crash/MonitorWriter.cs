using Crm.Domain.Service;
using Crm.Persistence.EfCore.Service;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Crash;

/// <summary>Raises deadlines as a process that may be killed at any moment does.</summary>
public static class MonitorWriter
{
    /// <summary>Raises until nothing is due any more, by whomever; tells how many levels each round raised.</summary>
    public static async Task RunAsync(CrmTestHost<SpecificationContext> host, Action<Acknowledgement> acknowledge)
    {
        var rounds = host.Services.GetRequiredService<IServiceLevelRounds>();
        while (true)
        {
            if (await rounds.RaiseAsync() is > 0 and var raised)
            {
                acknowledge(new Acknowledgement(Guid.Empty, raised));
                continue;
            }

            await using var work = host.Work();
            if (!(await work.Get<ServiceLevelMonitor>().NextDueAsync() <= host.Services.GetRequiredService<IClock>().GetCurrentInstant()))
            {
                return;
            }
        }
    }
}
