using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class DeadlineTests(PostgreSqlFixture fixture) : DeadlineSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
