using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class DeadlineListTests(PostgreSqlFixture fixture) : DeadlineListSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
