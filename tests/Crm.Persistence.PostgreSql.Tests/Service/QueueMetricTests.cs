using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class QueueMetricTests(PostgreSqlFixture fixture) : QueueMetricSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
