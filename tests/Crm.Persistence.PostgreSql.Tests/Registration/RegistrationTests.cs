using Crm.Persistence.Specification.Registration;

namespace Crm.Persistence.PostgreSql.Tests.Registration;

public sealed class RegistrationTests(PostgreSqlFixture fixture) : RegistrationSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
