using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class CustomerCasesTests(PostgreSqlFixture fixture) : CustomerCasesSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
