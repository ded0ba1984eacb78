using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class ServiceLevelTests(PostgreSqlFixture fixture) : ServiceLevelSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
